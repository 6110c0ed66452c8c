// How labels, notes and lists look: changes to the style that most have (text.mjs).
import { escape, plainStyle } from './text.mjs'

const label = (make, head = '') => ({ ...plainStyle, label: make, head })
export const underlined = plainStyle
export const strong = label((name, body) => `<p><strong>${name}</strong></p>\n${body}`)
export const plain = label((name, body) => `<p>${name}</p>\n${body}`)
export const byClass = label((name, body) => `<p class="c3"><span class="c7">${name}</span></p>\n${body}`,
	'<style>.c7{font-weight:700;text-decoration:underline}.c3{margin:0}</style>')
export const colon = label((name, body) => body.startsWith('<p>') ? body.replace('<p>', `<p>${name}: `) : `<p>${name}:</p>\n${body}`)
export const definitions = label((name, body) => `<dl><dt>${name}</dt><dd>${body}</dd></dl>\n`)
export const lines = { ...plainStyle,
	label: (name, body) => `<b>${name}</b><br>\n${body}`, paragraph: text => `${text}<br><br>\n` }
export const level = number => label((name, body) => `<h${number}>${name}</h${number}>\n${body}`)
export const numberedLists = { ...plainStyle,
	list: items => `<ol>\n${items.map(item => `<li>${item}</li>\n`).join('')}</ol>\n` }

// ---- notes
export const brackets = { ...plainStyle,
	mark: number => ` [${number}]`,
	note: ({ nummer, tekst }) => `<p>[${nummer}] ${escape(tekst)}</p>\n` }
export const endnotes = { ...plainStyle,
	mark: number => `<a href="#fn${number}" class="footnote-ref" id="fnref${number}" role="doc-noteref"><sup>${number}</sup></a>`,
	note: ({ nummer, tekst }) => `<li id="fn${nummer}" role="doc-endnote"><p>${escape(tekst)}<a href="#fnref${nummer}" class="footnote-back" role="doc-backlink">↩︎</a></p></li>\n`,
	notes: all => `<section class="footnotes" role="doc-endnotes">\n<hr>\n<ol>\n${all}</ol>\n</section>\n` }
// On lines of text.
export const inText = style => ({ ...style, mark: number => '¹²³⁴'[number - 1],
	note: ({ nummer, tekst }) => `${'¹²³⁴'[nummer - 1]} ${tekst}\n` })
// As LibreOffice writes footnotes and endnotes in HTML, and reads them again.
export const office = (kind = 'footnote', style = plainStyle) => ({ ...style,
	mark: number => `<a class="sd${kind}anc" name="sd${kind}${number}anc" href="#sd${kind}${number}sym"><sup>${number}</sup></a>`,
	note: ({ nummer, tekst }) => `<div id="sd${kind}${nummer}"><p><a class="sd${kind}sym" name="sd${kind}${nummer}sym" href="#sd${kind}${nummer}anc">${nummer}</a> ${escape(tekst)}</p></div>\n` })

// ---- what Word saves
const reference = number => `<span class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]><span class=MsoFootnoteReference><span lang=NL style='font-size:10.0pt;mso-ansi-language:NL'>[${number}]</span></span><![endif]></span></span>`
export const word = { ...plainStyle,
	head: `<meta http-equiv=Content-Type content="text/html; charset=windows-1252"><meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings></xml><![endif]-->
<style><!-- p.MsoNormal, li.MsoNormal {margin:0cm;font-size:11.0pt;font-family:"Verdana",sans-serif;} --></style>`,
	mark: number => `<a style='mso-footnote-id:ftn${number}' href="#_ftn${number}" name="_ftnref${number}" title="">${reference(number)}</a>`,
	note: ({ nummer, tekst }) => `<div style='mso-element:footnote' id=ftn${nummer}><p class=MsoFootnoteText><a style='mso-footnote-id:ftn${nummer}' href="#_ftnref${nummer}" name="_ftn${nummer}" title="">${reference(nummer)}</a><span lang=NL> ${escape(tekst)}<o:p></o:p></span></p></div>\n`,
	notes: all => `<div style='mso-element:footnote-list'><![if !supportFootnotes]><br clear=all><hr align=left size=1 width="33%"><![endif]>\n${all}</div>\n`,
	label: (name, body) => `<p class=MsoNormal><u><span lang=NL style='font-size:9.0pt'>${name}<o:p></o:p></span></u></p>\n${body}<p class=MsoNormal><o:p>&nbsp;</o:p></p>\n`,
	paragraph: text => `<p class=MsoNormal><span lang=NL style='font-size:9.0pt'>${text.replace(/ /, '\n')}<o:p></o:p></span></p>\n`,
	list: items => items.map(item => `<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span lang=NL style='font-family:Symbol;mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span><![endif]><span lang=NL>${item}<o:p></o:p></span></p>\n`).join(''),
}
