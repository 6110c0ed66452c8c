// node embed.mjs URL TOP ALLOWED: what doc/embed.html gives another site, on a page of such a site, in a browser
// without script. ALLOWED: whether the server lets that site frame its pages.
import { createServer } from 'node:http'
import { readFileSync } from 'node:fs'
import { chromium } from 'playwright-core'
import { done, is, like, ok } from './tap.mjs'

const [, , base, top, allowed] = process.argv
const snippet = readFileSync(`${top}/doc/embed.html`, 'utf8').replaceAll('https://pilotzoeker.example', base)
const server = createServer((request, response) => {
	response.setHeader('Content-Type', 'text/html; charset=utf-8')
	response.setHeader('Content-Security-Policy', `default-src 'none'; frame-src ${base}; form-action ${base}`)
	response.end(`<!DOCTYPE html><html lang="nl"><title>Intranet</title><h1>Intranet</h1>${snippet}`)
})
await new Promise(ready => server.listen(0, 'localhost', ready))
const intranet = `http://localhost:${server.address().port}/`

const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
await page.goto(intranet, { waitUntil: 'load' })
const frame = page.frameLocator('iframe[title="Pilots over huur"]')
if (allowed === 'yes') {
	like(await frame.locator('h1').innerText(), /pilots voor ‘Huur’/, 'a frame has the results of a theme')
	await frame.getByRole('searchbox').first().fill('huurgeschil')
	await frame.getByRole('button', { name: 'Zoek', exact: true }).first().click()
	await frame.locator('h1', { hasText: 'huurgeschil' }).waitFor()
	ok(true, 'and searches within it')
	is(await page.title(), 'Intranet', 'on the page of the other site')
} else {
	is(await frame.locator('h1', { hasText: 'passages' }).count(), 0, 'a site that is not allowed has no frame')
}
await page.getByRole('searchbox', { name: 'Zoek in de pilots' }).first().fill('huurgeschil')
await page.getByRole('button', { name: 'Zoek' }).first().click()
await page.waitForURL(`${base}/?q=huurgeschil`)
like(await page.title(), /^\d pilots voor ‘huurgeschil’/, 'the box gives the results instead of the page')
await page.goto(intranet)
const link = await page.locator('link[rel=search]').getAttribute('href')
const description = await fetch(link)
like(description.headers.get('content-type'), /^application\/opensearchdescription\+xml/, 'the link is a description for browsers')
const [, template] = (await description.text()).match(/type="text\/html"[^>]*template="([^"]*)"/)
await page.goto(template.replace('{searchTerms}', 'huurgeschil'))
like(await page.title(), /^\d pilots voor ‘huurgeschil’/, 'whose template searches')
await browser.close()
server.close()
process.exit(done())
