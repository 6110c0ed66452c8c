// node run.mjs URL TOP: all tests of this folder against a server, as TAP.
import { chromium } from 'playwright-core'
import { accessibility } from './accessibility.mjs'
import { api } from './api.mjs'
import { behaviour } from './behaviour.mjs'
import { done } from './tap.mjs'

const [, , base, top] = process.argv
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
await behaviour(browser, base, top)
await accessibility(browser, base, `${top}/build/browser`)
await browser.close()
await api(base)
process.exit(done())
