// The shapes of a document: what is a table, a row, a column. Each takes a style (text.mjs).
import { escape, group, html, notes, notesOf, page, pages, pilots, section, sections, title } from './text.mjs'

const cell = (text, attributes = '') => `<td${attributes}>${text}</td>`
const row = cells => `<tr>${cells.join('')}</tr>\n`
const head = names => `<thead><tr>${names.map(name => `<th>${name}</th>`).join('')}</tr></thead>\n`
const table = (rows, top = '') => `<table border="1">${top}<tbody>\n${rows}</tbody></table>\n`
const topic = ['Pilot', 'Toelichting']
const pair = (pilot, style) => row([cell(title(pilot), ' width="25%"'), cell(sections(pilot, style))])
const whole = (style, body) => page(style, body + notes(pilots, style))
const rowsOf = make => pilots.map(make).join('')
const kinds = ['achtergrond', 'doel', 'stand-van-zaken', 'looptijd']
const part = (pilot, kind) => pilot.secties.find(({ soort }) => soort === kind)

export const twoColumns = style => whole(style, table(rowsOf(pilot => pair(pilot, style)), head(topic)))
// The head is a row like the others: no page after the first has one.
export const withoutHead = style => whole(style, table(rowsOf(pilot => pair(pilot, style))))
export const columns = (style, names = ['Pilot', 'Achtergrond', 'Doel', 'Stand van zaken', 'Looptijd'], lead = () => []) =>
	whole(style, table(rowsOf((pilot, at) => row([...lead(at), cell(title(pilot)),
		...kinds.map(kind => cell(html(part(pilot, kind).tekst, style)))])), head(names)))
export const numbered = style => columns(style, ['Nr.', 'Naam pilot', 'Achtergrond', 'Doel', 'Stand van zaken', 'Looptijd'],
	at => [cell(String(at + 1))])
export const otherNames = style => columns(style, ['Project', 'Aanleiding', 'Doelstelling', 'Voortgang', 'Planning'])
export const numberedPairs = style => whole(style, table(rowsOf((pilot, at) =>
	row([cell(`${at + 1}.`), cell(title(pilot)), cell(sections(pilot, style))])), head(['Nr', ...topic])))

// ---- a label and its text in a row
const values = (pilot, style) => pilot.secties.map(({ kop, tekst }) => row([cell(kop), cell(html(tekst, style))])).join('')
export const valuesUnderHeading = style => whole(style, rowsOf(pilot => `<h2>${title(pilot)}</h2>\n${table(values(pilot, style))}`))
export const valuesUnderSpan = style => whole(style, table(rowsOf(pilot =>
	row([cell(`<b>${title(pilot)}</b>`, ' colspan="2"')]) + values(pilot, style))))
export const valuesNamed = style => whole(style, rowsOf(pilot =>
	`${table(row([cell('Pilot'), cell(title(pilot))]) + values(pilot, style))}<p></p>\n`))
const besideTitle = (pilot, cells) => pilot.secties.map((one, at) =>
	row([...(at ? [] : [cell(title(pilot), ` rowspan="${pilot.secties.length}"`)]), ...cells(one)])).join('')
export const rowspan = style => whole(style, table(rowsOf(pilot =>
	besideTitle(pilot, ({ kop, tekst }) => [cell(kop), cell(html(tekst, style))]))))
export const rowspanPairs = style => whole(style, table(rowsOf(pilot =>
	besideTitle(pilot, one => [cell(section(pilot, one, style))])), head(topic)))

// ---- rows that are no pilots, and pilots over rows
const begins = (pilot, at) => !at || group(pilots[at - 1]) !== group(pilot)
export const groups = style => whole(style, table(rowsOf((pilot, at) =>
	(begins(pilot, at) ? row([cell(`<b>${group(pilot)}</b>`, ' colspan="2"')]) : '') + pair(pilot, style)), head(topic)))
const cut = (pilot, style, again) => [pilot.secties.slice(0, 2), pilot.secties.slice(2)].map((some, at) =>
	row([cell(at ? again(pilot) : title(pilot)), cell(some.map(one => section(pilot, one, style)).join(''))]))
export const continued = style => whole(style, table(rowsOf(pilot => cut(pilot, style, one => `${title(one)} (vervolg)`).join('')), head(topic)))
export const overPages = (style, styleOf = () => style) => page(style, pages(5).map(some =>
	table(some.map(pilot => pair(pilot, styleOf(some))).join(''), head(topic)) + notes(some, styleOf(some)) + '<hr>\n').join(''))
// A page ends within a pilot; the next goes on under the head, beside nothing.
export const cutByPages = style => whole(style, rowsOf((pilot, at) => at % 4
	? table(pair(pilot, style), head(topic))
	: cut(pilot, style, () => '').map(half => table(half, head(topic))).join('<hr>\n')))
// Numbers that begin at 1 on each page.
const from = (first, style) => ({ ...style,
	mark: number => style.mark(number - first + 1), note: note => style.note({ ...note, nummer: note.nummer - first + 1 }) })
export const restarting = style => overPages(style, some => from(notesOf(some)[0]?.nummer, style))
export const headsOnly = style => whole(style, `<table border="1">${rowsOf(pilot => pair(pilot, style)).replace(/<(\/?)td/g, '<$1th')}</table>\n`)
export const headsOfRows = style => whole(style, table(rowsOf(pilot =>
	row([`<th scope="row">${title(pilot)}</th>`, cell(sections(pilot, style))])), head(topic)))
const menu = ['Home', 'Onderwerpen', 'Contact'].map(name => `<li><a href="#">${name}</a></li>`).join('')
export const nested = style => page(style, `<table width="100%"><tr><td valign="top"><ul>${menu}</ul></td><td>
${table(rowsOf(pilot => pair(pilot, style)), head(topic))}${notes(pilots, style)}</td></tr></table>
`)

// ---- no table at all
export const headings = (style, level = 2, over = () => '') => whole(style, rowsOf((pilot, at) =>
	`${over(pilot, at)}<h${level}>${title(pilot)}</h${level}>\n${sections(pilot, style)}`))
export const groupedHeadings = style => headings(style, 3, (pilot, at) => begins(pilot, at) ? `<h2>${group(pilot)}</h2>\n` : '')
export const accordion = style => whole(style, rowsOf(pilot =>
	`<details><summary>${title(pilot)}</summary>\n${sections(pilot, style)}</details>\n`))

// ---- text: a line a pilot
const line = (pilot, style) => `${escape(pilot.titelOrigineel)}\t${sections(pilot, style).replace(/\n/g, ' ')}`
export const text = style => ['', escape(page(style, '').match(/<h1>(.*)<\/h1>/)[1]), '', 'Pilot\tToelichting',
	...pilots.map(pilot => line(pilot, style)), '', notes(pilots, style)].join('\n')
