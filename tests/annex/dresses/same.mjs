// node same.mjs WANTED GOT SAME NOTES[/OTHERS] [TAKEN]...: the records of a dress against
// those of the text.
// Prints "same N of 33, other's text M, notes K of 4" and where they differ; fails below SAME or
// NOTES, when more than OTHERS (0) records have what is another's, or when pilots are more or fewer and
// OTHERS is not given.
// What a dress takes away (TAKEN) is not compared: kop (names of sections), breaks (paragraphs and
// lists), bullets (that are drawn), items (a list's numbers), marks (of notes, in the text), numbers (of notes).
import { readFileSync } from 'node:fs'

const read = file => readFileSync(file, 'utf8').split('\n').filter(Boolean).map(line => JSON.parse(line))
const [, , wantedFile, gotFile, barSame, bars, ...taken] = process.argv
const [barNotes, barOthers = 0] = bars.split('/').map(Number)
const [wanted, got] = [wantedFile, gotFile].map(read)
const letters = text => (text ?? '').toLowerCase().replace(/[^a-z0-9]/g, '')

// ---- same: all but the source and what the dress takes away
const takes = {
	kop: record => record.secties.forEach(section => delete section.kop),
	numbers: record => record.voetnoten.forEach(note => delete note.nummer),
}
const textTakes = {
	breaks: text => text.replace(/\s+/g, ' '),
	bullets: text => text.replace(/(^|\s)• /g, ' ').replace(/\s+/g, ' ').trim(),
	items: text => text.replace(/\n(\d\.|•) /g, '\n• '),
	marks: text => text.replace(/[¹²³⁴]|\s?\[\d\]/g, ''),
	numbers: text => text.replace(/[¹²³⁴]/g, ''),
}
function bare(record) {
	const { bron, ...rest } = structuredClone(record)
	for (const what of taken) takes[what]?.(rest)
	// An item of a list is a paragraph or a line.
	for (const section of rest.secties) {
		section.tekst = section.tekst.replace(/\n+(?=(\d\.|•) )/g, '\n')
		for (const what of taken) section.tekst = textTakes[what]?.(section.tekst) ?? section.tekst
	}
	return rest
}
const flat = record => JSON.stringify(record, null, '\t')
// Where two records begin to differ: the name of what is on that line, and some of both.
function difference(a, b) {
	const [before, after] = [flat(a).split('\n'), flat(b).split('\n')]
	const line = before.findIndex((text, at) => text !== after[at])
	const [x, y] = [before[line].trim(), (after[line] ?? '').trim()]
	let at = 0
	while (at < x.length && x[at] === y[at]) at++
	const some = text => text.slice(Math.max(0, at - 25), at + 50)
	return `${x.match(/^"\w+"/)?.[0] ?? ''} wanted ${some(x)} | got ${some(y)}`
}
const gotById = new Map(got.map(record => [record.id, record]))
const different = wanted.map(record => {
	const other = gotById.get(record.id)
	if (!other) return `${record.id}: not there`
	const [a, b] = [bare(record), bare(other)]
	return flat(a) === flat(b) ? null : `${record.id}: ${difference(a, b)}`
}).filter(Boolean)

// ---- another's text: a sentence or note of six words or more that its own has nowhere, or a
// looptijd that is no part of its own; and all of a record that is called otherwise than any pilot
const texts = record => record.secties.map(({ tekst }) => tekst)
const withNotes = record => [...texts(record), ...record.voetnoten.map(({ tekst }) => tekst)]
const joined = some => some.map(letters).join(' ')
const sentences = wanted.flatMap(record => withNotes(record).flatMap(text => text.split(/(?<=[.?!:;][¹²³⁴]*)\s+|\n+/))
	.filter(sentence => sentence.split(/\s+/).length >= 6).map(sentence => [record.id, letters(sentence)]))
const named = record => wanted.find(pilot => letters(pilot.titel) === letters(record.titel))
function foreign(record) {
	const own = named(record)
	if (!own) return 'no pilot is called that'
	const [text, ownText] = [joined(texts(record)), joined(withNotes(own))]
	const [whose] = sentences.find(([, sentence]) => text.includes(sentence) && !ownText.includes(sentence)) ?? []
	if (whose) return `has text of ${whose}`
	const period = own.secties.find(({ soort }) => soort === 'looptijd').tekst
	return letters(period).includes(letters(record.looptijd?.tekst)) ? null : `has the period ${record.looptijd.tekst.slice(0, 60)}`
}
const others = got.map(record => [record, foreign(record)]).filter(([, why]) => why)
	.map(([record, why]) => `${record.id}: ${why}`)

// ---- notes: each is with its pilot, with its own number unless the dress numbers anew
const isNote = (a, b) => letters(a.tekst) === letters(b.tekst) && (taken.includes('numbers') || a.nummer === b.nummer)
const allNotes = wanted.flatMap(pilot => pilot.voetnoten.map(note => [pilot, note]))
const kept = allNotes.filter(([pilot, note]) => got.some(record => named(record) === pilot && record.voetnoten.some(one => isNote(note, one))))

const same = wanted.length - different.length
console.log(`same ${same} of ${wanted.length}, other's text ${others.length}, notes ${kept.length} of ${allNotes.length}` +
	(got.length === wanted.length ? '' : `, ${got.length} pilots`))
for (const line of [...others, ...different]) console.log(line)
if (same < barSame || kept.length < barNotes || others.length > barOthers || (!barOthers && got.length !== wanted.length)) process.exit(1)
