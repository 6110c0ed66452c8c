// WCAG 2.2 AA by axe, on every state, in two widths and three looks; reflow, the keyboard,
// and the markup. Screenshots and a report are kept in build/browser.
import { AxeBuilder } from '@axe-core/playwright'
import { HtmlValidate } from 'html-validate'
import { mkdirSync, writeFileSync } from 'node:fs'
import { is, ok } from './tap.mjs'
import { states } from './states.mjs'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const WIDTHS = [320, 1280]
const LOOKS = [
	['licht', { colorScheme: 'light' }],
	['donker', { colorScheme: 'dark' }],
	['contrast', { forcedColors: 'active' }],
]

const html = new HtmlValidate({
	extends: ['html-validate:recommended'],
	rules: {
		'long-title': 'off', // a title names the query or the pilot, however long
		'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit', 'reset', 'button'] }],
		'prefer-native-element': ['error', { exclude: ['search'] }], // <search> is younger than the browsers of some
	},
})

// Content of a closed <details> is not seen by axe.
const openAll = page => page.evaluate(() => document.querySelectorAll('details').forEach(d => { d.open = true }))

function described(violations) {
	return violations.map(v => `${v.id}: ${v.help}\n${v.nodes.slice(0, 3).map(n => `  ${n.html}\n  ${n.failureSummary}`).join('\n')}`).join('\n')
}

// One state in one width and look: what axe said, and how wide the page is.
async function look(page, base, out, [name, path], width, label) {
	await page.goto(base + path)
	if (label === 'licht' || width === 1280) await page.screenshot({ path: `${out}/${name}-${width}-${label}.png`, fullPage: true })
	await openAll(page)
	const { violations, passes } = await new AxeBuilder({ page }).withTags(TAGS).analyze()
	return { name, width, label, passes: passes.length, violations, wide: await page.evaluate('document.documentElement.scrollWidth') }
}

// All states in one look, in one window.
async function oneLook(browser, base, out, width, label, options) {
	const context = await browser.newContext({ viewport: { width, height: 900 }, ...options })
	context.setDefaultTimeout(300000) // a busy machine is slow, and right
	const page = await context.newPage()
	const seen = []
	for (const state of states) seen.push(await look(page, base, out, state, width, label))
	await context.close()
	return seen
}

async function allLooks(browser, base, out) {
	const windows = WIDTHS.flatMap(width => LOOKS.map(([label, options]) => oneLook(browser, base, out, width, label, options)))
	const seen = (await Promise.all(windows)).flat()
	for (const s of seen) {
		ok(s.violations.length === 0, `${s.name}, ${s.width} px, ${s.label}: no axe violation`, described(s.violations))
		ok(s.wide <= s.width, `${s.name}, ${s.label}: fits in ${s.width} px`, `${s.wide} px`)
	}
	return seen
}

// Letters twice as large, in half a screen: nothing may fall off.
async function largeLetters(browser, base) {
	const page = await browser.newPage({ viewport: { width: 640, height: 900 } })
	for (const [name, path] of states) {
		await page.goto(base + path)
		await page.evaluate(() => { document.documentElement.style.fontSize = '200%' })
		const wide = await page.evaluate('document.documentElement.scrollWidth')
		ok(wide <= 640, `${name}: fits with letters of 200%`, `${wide} px`)
	}
	await page.close()
}

// Everything that takes the focus, in the order of Tab, with a ring that can be seen.
async function keyboard(browser, base, path) {
	const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
	await page.goto(base + path)
	const wanted = await page.evaluate(() => [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')]
		.filter(e => e.checkVisibility()).length)
	const stops = []
	for (let i = 0; i < wanted + 5; i++) {
		await page.keyboard.press('Tab')
		const stop = await page.evaluate(() => {
			const e = document.activeElement
			if (!e || e === document.body) return null
			const style = getComputedStyle(e)
			return { text: (e.innerText || e.name || '').slice(0, 40), ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 }
		})
		if (!stop) break
		stops.push(stop)
	}
	is(stops.length, wanted, `${path}: Tab reaches all of it, and ends`)
	is(stops.filter(s => !s.ring), [], `${path}: the focus can always be seen`)
	ok(/^Naar de (resultaten|inhoud)$/.test(stops[0]?.text), `${path}: the skip link comes first`, stops[0]?.text)
	await page.goto(base + path)
	await page.keyboard.press('Tab')
	await page.keyboard.press('Enter')
	const target = await page.evaluate(() => document.activeElement.id)
	ok(['resultaten', 'inhoud'].includes(target), `${path}: and leads there`, target)
	await page.close()
}

async function markup(base) {
	for (const [name, path] of states) {
		const answer = await fetch(base + path)
		const report = await html.validateString(await answer.text())
		const messages = report.results.flatMap(r => r.messages).map(m => `${m.line}:${m.column} ${m.ruleId}: ${m.message}`)
		ok(report.valid, `${name}: valid HTML`, messages.slice(0, 10).join('\n'))
	}
}

function writeReport(out, seen) {
	const rows = seen.map(s => `| ${s.name} | ${s.width} | ${s.label} | ${s.passes} | ${s.violations.length} |`)
	writeFileSync(`${out}/toegankelijkheid.md`, `# Zelftest toegankelijkheid

Met axe-core, regels ${TAGS.join(', ')}; alle uitklapbare delen open.

| pagina | breedte | weergave | regels goed | overtredingen |
|---|---|---|---|---|
${rows.join('\n')}
`)
}

export async function accessibility(browser, base, out) {
	mkdirSync(out, { recursive: true })
	await markup(base)
	writeReport(out, await allLooks(browser, base, out))
	await largeLetters(browser, base)
	for (const path of ['/', '/?q=huurgeschil&status=lopend', '/pilots/beslisboom', '/tijdlijn?thema=scheiden', '/vergelijk?pilot=beslisboom&pilot=mijn-zaak'])
		await keyboard(browser, base, path)
	const page = await browser.newPage()
	await page.goto(base + '/?q=huurgeschil')
	await page.emulateMedia({ media: 'print' })
	ok(!(await page.getByRole('search').isVisible()), 'the form is not printed')
	ok(await page.locator('time').first().isVisible(), 'the reference date is')
	await page.screenshot({ path: `${out}/afdruk.png`, fullPage: true })
	await page.close()
}
