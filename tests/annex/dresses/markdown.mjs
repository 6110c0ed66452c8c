// Shapes in Markdown, for the reader and for pandoc.
import { blocks, inline, markdown, markdownPage, pilots } from './text.mjs'

const each = make => pilots.map(make).join('\n\n')
const parts = (pilot, make) => pilot.secties.map(make).join('\n\n')
export const headings = style => markdownPage(each(pilot => `## ${pilot.titelOrigineel}\n\n` +
	parts(pilot, ({ kop, tekst }) => `### ${kop}\n\n${markdown(tekst, style)}`)))
export const boldLabels = style => markdownPage(each(pilot => `## ${pilot.titelOrigineel}\n\n` +
	parts(pilot, ({ kop, tekst }) => `**${kop}**\n\n${markdown(tekst, style)}`)))
export const definitions = style => markdownPage(each(pilot => `## ${pilot.titelOrigineel}\n\n` +
	parts(pilot, ({ kop, tekst }) => `${kop}\n\n:   ${markdown(tekst, style).replace(/\n(?=.)/g, '\n    ')}`)))

// ---- pipes: all of a cell is on one line
const flat = (tekst, style) => blocks(tekst).flatMap(({ text, items }) => items ? items.map(item => `• ${item}`) : [text])
	.map(text => inline(text, style)).join(style.br)
const pipes = rows => rows.map(cells => `| ${cells.join(' | ')} |`).join('\n')
export const pipePairs = style => markdownPage(pipes([['Pilot', 'Toelichting'], ['---', '---'],
	...pilots.map(pilot => [pilot.titelOrigineel,
		pilot.secties.map(({ kop, tekst }) => [`**${kop}**`, flat(tekst, style)].join(style.br)).join(style.br)])]))
export const pipeColumns = style => markdownPage(pipes([['Pilot', 'Achtergrond', 'Doel', 'Stand van zaken', 'Looptijd'],
	[':--', '---', '---', '---', '--:'],
	...pilots.map(pilot => [pilot.titelOrigineel, ...pilot.secties.map(({ tekst }) => flat(tekst, style))])]))

// ---- a grid, as pandoc writes it
const widths = [30, 88]
function wrapped(text, width) {
	return text.split('\n').flatMap(paragraph => {
		const lines = ['']
		for (const word of paragraph.split(' ')) {
			if ((lines.at(-1) + ' ' + word).length > width) lines.push(word)
			else lines.push(`${lines.pop()} ${word}`.trimStart())
		}
		return lines
	})
}
const rule = sign => `+${widths.map(width => sign.repeat(width + 2)).join('+')}+\n`
function gridRow(cells) {
	const columns = cells.map((cell, at) => wrapped(cell, widths[at]))
	const height = Math.max(...columns.map(lines => lines.length))
	return Array.from({ length: height }, (_, line) =>
		`|${columns.map((lines, at) => ` ${(lines[line] ?? '').padEnd(widths[at])} `).join('|')}|\n`).join('')
}
const bold = name => `**${name}**`
const styled = name => `::: {custom-style="Tussenkop"}\n${name}\n:::`
export const grid = (style, label = bold) => markdownPage(rule('-') + gridRow(['Pilot', 'Toelichting']) + rule('=') +
	pilots.map(pilot => gridRow([pilot.titelOrigineel,
		parts(pilot, ({ kop, tekst }) => `${label(kop)}\n\n${markdown(tekst, style)}`)]) + rule('-')).join(''))
export const styledGrid = style => grid(style, styled)
