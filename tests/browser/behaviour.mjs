// What people do with the pages, with JavaScript off.
import { is, like, ok } from './tap.mjs'
import { readFileSync } from 'node:fs'

// The link, button or box that a person would name so.
const link = (page, name) => page.getByRole('link', { name, exact: true })

// Does something that leads to another page, and waits for that.
async function go(page, act) {
	await Promise.all([page.waitForEvent('framenavigated'), act()])
	await page.waitForLoadState()
}
const enter = page => go(page, () => page.keyboard.press('Enter'))
const click = (page, what) => go(page, () => what.click())

async function searching(page, base) {
	await page.goto(base + '/')
	await page.getByLabel('Zoek in de pilots').fill('huurgeschil')
	await enter(page)
	like(await page.getByRole('heading', { level: 1 }).innerText(), /^\d pilots voor ‘huurgeschil’, en \d ook mogelijk relevant$/, 'typing and Enter searches')
	like(await page.title(), /^\d pilots voor ‘huurgeschil’, en \d ook mogelijk relevant – /, 'the title says how many, and for what')
	is(await page.getByLabel('Zoek in de pilots').inputValue(), 'huurgeschil', 'the box keeps the query')
	is(await page.getByRole('search').count(), 1, 'there is one search landmark')
	is(await page.locator('mark').first().innerText(), 'huurgeschil', 'what was found is marked')
	like(await page.locator('article').first().innerText(), /lopend op 1 december 2021, looptijd eindigde december 2021/, 'a hit says its status and when that was so')
}

async function filtering(page, base) {
	await page.goto(base + '/?q=rechtsbijstand')
	const all = Number((await page.getByRole('heading', { level: 1 }).innerText()).split(' ')[0])
	await page.getByRole('checkbox', { name: /^afgerond \(\d+\)$/ }).check()
	await page.getByRole('checkbox', { name: /^nog niet gestart \(\d+\)$/ }).check()
	await click(page, page.getByRole('button', { name: 'Pas filters toe' }))
	const some = Number((await page.getByRole('heading', { level: 1 }).innerText()).split(' ')[0])
	ok(some > 0 && some < all, 'filters narrow the results', `${some} of ${all}`)
	is(await page.locator('.badge').allInnerTexts().then(texts => [...new Set(texts)].sort()), ['al afgerond op 1 december 2021', 'nog niet gestart op 1 december 2021, looptijd eindigde juni 2022'], 'two values of a filter are either of them')
	ok(await page.getByRole('checkbox', { name: /^afgerond \(\d+\)$/ }).isChecked(), 'a filter stays checked')
	await page.getByLabel('Zoek in de pilots').fill('advocaat')
	await enter(page)
	ok(await page.getByRole('checkbox', { name: /^afgerond \(\d+\)$/ }).isChecked(), 'another query keeps the filters')
	await click(page, link(page, 'Verwijder filter Status op de peildatum: afgerond'))
	ok(!(await page.getByRole('checkbox', { name: /^afgerond \(\d+\)$/ }).isChecked()), 'a filter can be taken away')
	await click(page, link(page, 'Wis alle filters'))
	is(await page.getByRole('navigation', { name: 'Gekozen filters' }).count(), 0, 'and all of them')
}

// How many hits begin and end, or only begin, in the window.
async function folding(page, base) {
	const hits = () => page.locator('.treffers > li').evaluateAll(all => all.map(e => e.getBoundingClientRect()).map(r => [r.top, r.bottom]))
	await page.goto(base + '/?q=rechtsbijstand')
	ok((await hits()).filter(([, bottom]) => bottom <= 900).length >= 3, 'three hits are in sight without scrolling', JSON.stringify(await hits()))
	await page.setViewportSize({ width: 375, height: 812 })
	ok((await hits()).filter(([top]) => top <= 812 - 100).length >= 2, 'and two on a phone', JSON.stringify(await hits()))
	await page.setViewportSize({ width: 1280, height: 900 })
}

async function paging(page, base) {
	await page.goto(base + '/?q=rechtsbijstand&sorteer=titel')
	const first = await page.locator('h3').first().innerText()
	await click(page, link(page, 'Volgende pagina'))
	like(await page.title(), /\(pagina 2 van \d\)/, 'the title says which page')
	ok(await page.locator('h3').first().innerText() > first, 'the order goes on, on the next page')
	is(await page.locator('nav.paginas [aria-current=page]').innerText(), 'Pagina 2', 'the page is marked as current')
	await click(page, link(page, 'Vorige pagina'))
	is(await page.locator('h3').first().innerText(), first, 'and back')
}

async function reading(page, base) {
	await page.goto(base + '/?q=huurgeschil')
	await click(page, page.getByRole('link', { name: 'Citeer' }).first())
	like(await page.getByLabel('Onderdeel Achtergrond').inputValue(), /peildatum 1 december 2021.*Regie op geschiloplossing.*Achtergrond/, 'a citation can be copied')
	await page.goBack()
	await page.getByText('Waarom dit resultaat?').first().click()
	ok(await page.getByText('‘huurgeschil’ (achtergrond): het woord zelf').first().isVisible(), 'and why it was found can be read')
	await page.setViewportSize({ width: 800, height: 250 })
	await click(page, page.locator('.acties').nth(1).getByRole('link', { name: /^Uit: / }))
	like(page.url(), /\/pilots\/wijkrechtbank-eindhoven/, 'a quote leads to its place')
	ok(await page.evaluate('scrollY') > 100, 'which is scrolled to')
	await page.setViewportSize({ width: 1280, height: 900 })
	await page.goto(base + '/pilots/wijkrechtbank-eindhoven')
	await page.goto(base + '/?q=huurgeschil')
	await click(page, link(page, 'Wijkrechtbank Eindhoven'))
	is(await page.locator('mark').first().innerText(), 'huurgeschil', 'what was found is marked on the page of the pilot')
	await click(page, link(page, 'Terug naar de resultaten'))
	like(await page.title(), /voor ‘huurgeschil’/, 'from which a link leads back')
	await page.goto(base + '/pilots/wijkrechtbank-eindhoven')
	is(await page.locator('h1').innerText(), 'Wijkrechtbank Eindhoven', 'a pilot has its page')
	await click(page, link(page, 'multiproblematiek'))
	like(await page.title(), /voor ‘Multiproblematiek’/, 'its theme leads to the pilots of that theme')
}

async function wandering(page, base) {
	await page.goto(base + '/')
	await click(page, link(page, 'Thema\'s'))
	await click(page, link(page, 'Huur'))
	like(await page.locator('h1').innerText(), /^2 pilots voor ‘Huur’/, 'a theme by the menu')
	await click(page, link(page, 'Bekijk deze pilots op de tijdlijn'))
	is(await page.locator('.tijdlijst rect.balk').count(), 2, 'its timeline has a bar per period')
	is(await page.locator('table tbody tr').count(), 2, 'and a table of the same')
	await click(page, link(page, 'Vergelijken'))
	await page.getByLabel('Beslisboom', { exact: true }).check()
	await page.getByLabel('MIJN ZAAK', { exact: true }).check()
	await click(page, page.getByRole('button', { name: 'Vergelijk', exact: true }))
	is(await page.locator('thead th').allInnerTexts(), ['Beslisboom', 'MIJN ZAAK'], 'two pilots side by side')
	await page.goto(base + '/?q=huurgeschil')
	await page.getByRole('checkbox', { name: /^Vergelijk Wijkrechtbank/ }).check()
	await page.getByRole('checkbox', { name: /^Vergelijk Regie/ }).check()
	await click(page, page.getByRole('button', { name: 'Vergelijk de gekozen pilots' }))
	is(await page.locator('thead th').count(), 2, 'chosen among results as well')
	await page.setViewportSize({ width: 375, height: 812 })
	const cells = await page.locator('tbody tr').first().locator('td').evaluateAll(all => all.map(e => e.getBoundingClientRect()))
	ok(cells[1].top >= cells[0].bottom && cells[1].right <= 375, 'on a phone below each other')
	await page.setViewportSize({ width: 1280, height: 900 })
}

async function asking(page, base, top) {
	await page.goto(base + '/')
	await click(page, link(page, 'Kamervraag'))
	await page.getByLabel('Plak hier de vragen').fill(readFileSync(`${top}/tests/search/kamervragen.txt`, 'utf8'))
	await click(page, page.getByRole('button', { name: 'Zoek passages' }))
	is(await page.getByRole('heading', { level: 1 }).innerText(), 'Passages bij 6 vragen', 'pasted questions are answered one by one')
	like(await page.locator('section').nth(3).innerText(), /Wijkrechtbank Eindhoven/, 'with the pilot that is asked about')
	like(await page.locator('section').nth(5).innerText(), /Niets gevonden/, 'and nothing where there is nothing')
	const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /ODT/ }).first().click()])
	is(download.suggestedFilename(), 'kamervragen.odt', 'as a document for a word processor')
	is(readFileSync(await download.path()).subarray(0, 2).toString(), 'PK', 'that is one')
}

async function helping(page, base) {
	await page.goto(base + '/hulp')
	const examples = await page.locator('tbody a').all()
	const urls = await Promise.all(examples.map(a => a.getAttribute('href')))
	for (const url of urls) {
		await page.goto(new URL(url, base).href)
		ok(await page.locator('article').count() > 0, `an example of the help finds something: ${decodeURIComponent(url)}`)
	}
}

async function failing(page, base) {
	await page.goto(base + '/?q=xyzzyq')
	ok(await page.locator('#resultaten ~ ul li').count() >= 3, 'nothing found: hints')
	is(await page.locator('dl.themas dt').count(), 4, 'and the themes to go on with')
	is(await page.getByLabel('Zoek in de pilots').inputValue(), 'xyzzyq', 'and the query stays')
	await page.goto(base + '/?q=huur+alimentaite')
	like(await page.locator('main').innerText(), /alimentatie/, 'a typing error is mended or a better spelling offered')
	const answer = await page.goto(base + '/?q=huur&thema=onzin&pagina=0')
	is(answer.status(), 400, 'wrong values are an error')
	like(await page.title(), /^2 foutmeldingen – /, 'counted in the title')
	like(await page.locator('main').innerText(), /‘onzin’.*Kies uit: scheiden, huur/s, 'that names the value and what there is')
	is(await page.getByLabel('Zoek in de pilots').inputValue(), 'huur', 'the box stays filled')
}

// The form that another site puts in its page, as doc/embed.html gives it.
async function embedding(page, base, top) {
	const form = readFileSync(`${top}/doc/embed.html`, 'utf8').replaceAll('https://pilotzoeker.example', base)
	await page.setContent(`<!DOCTYPE html><html lang="nl"><title>Intranet</title>${form}`)
	await page.getByRole('searchbox').fill('huurgeschil')
	await enter(page)
	like(await page.title(), /^\d pilots voor ‘huurgeschil’/, 'the form of doc/embed.html searches from another site')
}

export async function behaviour(browser, base, top) {
	const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1280, height: 900 } })
	const page = await context.newPage()
	for (const part of [searching, filtering, folding, paging, reading, wandering, asking, helping, failing, embedding])
		await part(page, base, top)
	await context.close()
}
