// node make.mjs RECORDS DIRECTORY: the pilots of RECORDS (JSON Lines) as documents in DIRECTORY.
// THE table of those that are made by hand; what other programs make of them is in test-dresses.sh.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as markdown from './markdown.mjs'
import * as shape from './shapes.mjs'
import * as style from './styles.mjs'
import { markdownStyle, pandocStyle } from './text.mjs'

const high = { é: 0xe9, ë: 0xeb, ï: 0xef, ó: 0xf3, è: 0xe8, '–': 0x96, '€': 0x80, '·': 0xb7, '↩': 0x3f }
const windows = text => Buffer.from(Array.from(text, sign => high[sign] ?? sign.codePointAt(0)))
const utf16 = text => Buffer.from('\ufeff' + text, 'utf16le')
const returns = text => text.replace(/\n/g, '\r\n')
// One phrase is written in another encoding than the rest.
function badByte(text, phrase) {
	const [before, after] = text.split(phrase)
	return Buffer.concat([Buffer.from(before), windows(phrase), Buffer.from(after)])
}
const paper = (looks, size) => ({ ...looks, head: `${looks.head}<style>@page { size: ${size} } ${looks.css ?? ''}
body { font: 10pt sans-serif } table { border-collapse: collapse; width: 100% }
td, th { vertical-align: top; text-align: left; padding: 4pt }</style>` })
const office = looks => paper(style.office('footnote', looks), '21cm 29.7cm; margin: 2cm')
const wide = looks => paper(looks, '29.7cm 21cm; margin: 1.5cm')
// What stands above and below each page: in a document of LibreOffice, and printed by Chromium.
const running = text => text.replace('<body>', `<body>
<div title="header"><p>Ministerie van Justitie en Veiligheid</p></div>
<div title="footer"><p>Pagina <sdfield type=PAGE subtype=RANDOM format=PAGE>1</sdfield></p></div>`)
const printed = { ...style.underlined, css: `hr { break-after: page; border: 0 }
@page { @top-left { content: "Ministerie van Justitie en Veiligheid" } }
@page { @bottom-right { content: "Pagina " counter(page) " van " counter(pages) } }` }
const xhtml = text => '<?xml version="1.0" encoding="UTF-8"?>\n' + text
	.replace('<html lang="nl">', '<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="nl">')
	.replace(/<(meta[^>]*|br|hr)>/g, '<$1/>')
	.replace(/<u>(.*?)<\/u>/g, '<span style="text-decoration: underline">$1</span>')
const { underlined } = style

const documents = {
	// shapes
	'pairs.html': shape.twoColumns(underlined),
	'columns.html': shape.columns(underlined),
	'columns-numbered.html': shape.numbered(underlined),
	'columns-other-names.html': shape.otherNames(underlined),
	'pairs-numbered.html': shape.numberedPairs(underlined),
	'values-heading.html': shape.valuesUnderHeading(underlined),
	'values-span.html': shape.valuesUnderSpan(underlined),
	'values-named.html': shape.valuesNamed(underlined),
	'rowspan.html': shape.rowspan(underlined),
	'rowspan-pairs.html': shape.rowspanPairs(underlined),
	'groups.html': shape.groups(underlined),
	'continued.html': shape.continued(underlined),
	'pages.html': shape.overPages(underlined),
	'pages-cut.html': shape.cutByPages(underlined),
	'th-all.html': shape.headsOnly(underlined),
	'th-rows.html': shape.headsOfRows(underlined),
	'nested.html': shape.nested(underlined),
	'headings.html': shape.headings(style.level(3)),
	'headings-bold.html': shape.headings(style.strong),
	'headings-groups.html': shape.groupedHeadings(style.level(4)),
	'accordion.html': shape.accordion(style.level(3)),
	// labels
	'label-class.html': shape.twoColumns(style.byClass),
	'label-dl.html': shape.twoColumns(style.definitions),
	'label-strong.html': shape.twoColumns(style.strong),
	'label-plain.html': shape.twoColumns(style.plain),
	'label-colon.html': shape.twoColumns(style.colon),
	'label-lines.html': shape.twoColumns(style.lines),
	'label-h4.html': shape.twoColumns(style.level(4)),
	// notes and lists
	'endnotes.html': shape.twoColumns(style.endnotes),
	'brackets.html': shape.twoColumns(style.brackets),
	'restarting.html': shape.restarting(underlined),
	'numbered-lists.html': shape.twoColumns(style.numberedLists),
	// bytes and other ways to write
	'word.html': windows(returns(shape.twoColumns(style.word).replace('<meta charset="utf-8">', ''))),
	'page.xhtml': xhtml(shape.twoColumns(underlined)),
	'utf16.html': utf16(returns(shape.twoColumns(underlined).replace('utf-8', 'unicode'))),
	'crlf.html': returns(shape.columns(underlined)),
	'bad-byte.html': badByte(shape.twoColumns(underlined), 'financiering van één alomvattende'),
	'text.txt': shape.text(style.inText(underlined)),
	'utf16.txt': utf16(returns(shape.text(style.inText(underlined)))),
	'crlf.txt': returns(shape.text(style.inText(style.strong))),
	'bad-byte.txt': badByte(shape.text(style.inText(underlined)), 'geconcentreerd op één vraag'),
	'pipe-pairs.md': markdown.pipePairs(markdownStyle),
	'pipe-columns.md': markdown.pipeColumns(markdownStyle),
	'headings.md': markdown.headings(markdownStyle),
	'headings-bold.md': markdown.boldLabels(markdownStyle),
	'grid.md': markdown.grid(markdownStyle),
	// for pandoc
	'pandoc-headings.text': markdown.headings(pandocStyle),
	'pandoc-grid.text': markdown.grid(pandocStyle),
	'pandoc-pipes.text': markdown.pipeColumns(pandocStyle),
	'pandoc-style.text': markdown.styledGrid(pandocStyle),
	'pandoc-definitions.text': markdown.definitions(pandocStyle),
	// for LibreOffice
	'office-pairs.htm': running(shape.twoColumns(office(underlined))),
	'office-plain.htm': shape.twoColumns(office(style.plain)),
	'office-columns.htm': shape.columns(wide(style.office())),
	'office-values.htm': shape.valuesUnderHeading(office(underlined)),
	'office-span.htm': shape.valuesUnderSpan(office(underlined)),
	'office-rowspan.htm': shape.rowspan(office(underlined)),
	'office-groups.htm': shape.groups(office(underlined)),
	'office-headings.htm': shape.headings(office(style.level(3))),
	'office-endnotes.htm': shape.twoColumns(paper(style.office('endnote'), '21cm 29.7cm; margin: 2cm')),
	// for Chromium
	'print-head.htm': shape.twoColumns(paper(underlined, 'A4; margin: 2.5cm')),
	'print-narrow.htm': shape.twoColumns(paper(underlined, 'A4; margin: 1cm')),
	'print-nohead.htm': shape.withoutHead(paper(underlined, 'A4; margin: 2.5cm')),
	'print-feet.htm': shape.overPages(paper(printed, 'A4; margin: 2.5cm')),
	'print-landscape.htm': shape.twoColumns(wide(underlined)),
	'print-columns.htm': shape.columns(wide(underlined)),
	'print-values.htm': shape.valuesUnderHeading(paper(underlined, 'A4; margin: 2cm')),
	'print-headings.htm': shape.headings(paper(style.level(3), 'A4; margin: 2cm')),
}
for (const [name, content] of Object.entries(documents)) writeFileSync(join(process.argv[3], name), content)
