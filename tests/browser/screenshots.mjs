// node screenshots.mjs URL FOLDER: the pictures of doc/handleiding.md.
import { chromium } from 'playwright-core'

const [, , base, folder] = process.argv
const question = '1. Welke pilots zijn er voor mensen met een huurgeschil, en wanneer zijn die klaar?\n' +
	'2. Wat doet u om vechtscheidingen te voorkomen?'
const pictures = [
	['zoeken', '/?q=huurgeschil', 1000],
	['filters', '/?q=rechtsbijstand&status=lopend', 900],
	['pilot', '/pilots/beslisboom', 900],
	['tijdlijn', '/tijdlijn?thema=scheiden', 700],
	['kamervraag', '/kamervraag', 1000],
]
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
for (const [name, path, height] of pictures) {
	const page = await browser.newPage({ viewport: { width: 900, height } })
	await page.goto(base + path)
	if (name === 'filters') await page.evaluate(() => document.querySelectorAll('details').forEach(d => { d.open = true }))
	if (name === 'kamervraag') {
		await page.fill('textarea', question)
		await Promise.all([page.waitForNavigation(), page.click('main button')])
	}
	await page.screenshot({ path: `${folder}/${name}.png` })
}
await browser.close()
