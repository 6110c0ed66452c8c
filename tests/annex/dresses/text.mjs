// What the dresses are cut from: the pilots of the annex, and pieces of HTML and Markdown.
import { readFileSync } from 'node:fs'

export const pilots = readFileSync(process.argv[2], 'utf8').trimEnd().split('\n').map(line => JSON.parse(line))
export const heading = 'Bijlage 2 - Stand van zaken pilots – peildatum 1 december 2021'
export const preface = 'Nb. In dit overzicht zijn opgenomen lopende pilots en afgeronde pilots.'
export const notesOf = some => some.flatMap(pilot => pilot.voetnoten)
export const escape = text => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
export const group = pilot => pilot.titel.startsWith('Divosa') ? 'Pilots van Divosa' : 'Pilots van het programma'

// pages SIZE: the pilots, so many at a time
export const pages = size => Array.from({ length: Math.ceil(pilots.length / size) },
	(_, page) => pilots.slice(page * size, (page + 1) * size))
// A text as blocks: a paragraph { text }, or a list { items }.
export function blocks(text) {
	const found = []
	for (const line of text.split(/\n+/)) {
		if (!line.startsWith('• ')) found.push({ text: line })
		else if (found.at(-1)?.items) found.at(-1).items.push(line.slice(2))
		else found.push({ items: [line.slice(2)] })
	}
	return found
}
// Marks of notes and raised letters, each in its way.
const raised = '¹²³⁴'
export const inline = (text, { mark, raise }) => text
	.replace(/\^(\p{L})/gu, (_, letter) => raise(letter))
	.replace(/[¹²³⁴]/g, digit => mark(raised.indexOf(digit) + 1))

// ---- HTML: how a mark, its note and a label look; these are what most have
export const plainStyle = {
	mark: number => `<sup>${number}</sup>`,
	raise: letter => `<sup>${letter}</sup>`,
	note: ({ nummer, tekst }) => `<p><sup>${nummer}</sup> ${escape(tekst)}</p>\n`,
	notes: all => all,
	label: (name, body) => `<p><u>${name}</u></p>\n${body}`,
	paragraph: text => `<p>${text}</p>\n`,
	list: items => `<ul>\n${items.map(item => `<li>${item}</li>\n`).join('')}</ul>\n`,
	head: '',
}
export const html = (text, style) => blocks(text).map(({ text, items }) => items
	? style.list(items.map(item => inline(escape(item), style)))
	: style.paragraph(inline(escape(text), style))).join('')
export const section = (pilot, part, style) => style.label(part.kop, html(part.tekst, style), pilot)
export const sections = (pilot, style) => pilot.secties.map(part => section(pilot, part, style)).join('')
export const notes = (some, style) => style.notes(notesOf(some).map(style.note).join(''))
export const title = pilot => escape(pilot.titelOrigineel)
export const page = (style, body) => `<!DOCTYPE html>
<html lang="nl"><head><meta charset="utf-8"><title>Bijlage</title>${style.head}</head><body>
<h1>${heading}</h1>
<p>${preface}</p>
${body}</body></html>
`

// ---- Markdown
export const markdownStyle = {
	mark: number => `[^${number}]`,
	raise: letter => `<sup>${letter}</sup>`,
	br: '<br>',
}
export const pandocStyle = { ...markdownStyle, raise: letter => `^${letter}^`, br: ' ' }
export const markdown = (text, style) => blocks(text).map(({ text, items }) => items
	? items.map(item => `- ${inline(item, style)}`).join('\n')
	: inline(text, style)).join('\n\n')
export const markdownNotes = () => notesOf(pilots).map(({ nummer, tekst }) => `[^${nummer}]: ${tekst}\n`).join('')
export const markdownPage = body => `# ${heading}\n\n${preface}\n\n${body}\n\n${markdownNotes()}`
