// node mcp.mjs PROGRAM: the server for assistants, as the protocol's own clients use it: of before
// and of after the handshake was left out.
import { Client as Old } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport as OldPipe } from '@modelcontextprotocol/sdk/client/stdio.js'
import { Client as New } from '@modelcontextprotocol/client'
import { StdioClientTransport as NewPipe } from '@modelcontextprotocol/client/stdio'
import Ajv from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { done, is, like, ok } from './tap.mjs'

const [, , command] = process.argv
const server = { command, args: ['--mcp'], env: process.env }
const me = { name: 'test', version: '1' }

async function use(name, client, pipe, version) {
	const wrong = []
	client.onerror = error => wrong.push(error.message)
	await client.connect(pipe)
	is(client.getServerVersion().name, 'pilotzoeker', `${name}: connected`)
	if (version) is(client.getNegotiatedProtocolVersion(), version, `${name}: speaks ${version}`)
	like(client.getInstructions(), /letterlijk/, `${name}: is told how to quote`)
	const { tools } = await client.listTools()
	is(tools.length, 8, `${name}: lists the tools`)
	const ajv = new Ajv({ strict: true, strictTypes: false })
	addFormats(ajv)
	for (const tool of tools) ok(ajv.compile(tool.inputSchema), `${name}: the schema of ${tool.name} is one`)

	const found = await client.callTool({ name: 'zoek_passages', arguments: { q: 'huurgeschil', status: ['lopend'], aantal: 2 } })
	const [first] = found.structuredContent.passages
	is(first.pilot.id, 'regie-op-geschiloplossing-in-het-huurdomein', `${name}: searches`)
	const read = await client.callTool({ name: 'lees_pilot', arguments: { id: first.pilot.id, editie: first.peildatum } })
	const section = read.structuredContent.secties.find(s => s.soort === first.sectie).tekst
	for (const part of first.citaat.split('[…]')) ok(section.includes(part.trim()), `${name}: what is quoted stands in the pilot`)
	const asked = await client.callTool({ name: 'beantwoord_vragen', arguments: { tekst: 'Wat doet u voor huurders met een geschil?' } })
	is(asked.structuredContent.vragen.length, 1, `${name}: answers a question`)
	const refused = await client.callTool({ name: 'zoek_passages', arguments: { thema: ['wonen'] } })
	ok(refused.isError, `${name}: a wrong argument is told`)
	like(refused.content[0].text, /Kies uit: .*huur/, `${name}: with what would be right`)
	let error
	try { await client.callTool({ name: 'onzin', arguments: {} }) } catch (e) { error = e }
	is(error?.code, -32602, `${name}: a tool that is not there is an error of the protocol`)
	await client.close()
	is(wrong, [], `${name}: nothing is wrong with any message`)
}

await use('with a handshake', new Old(me), new OldPipe(server))
await use('without', new New(me, { versionNegotiation: { mode: { pin: '2026-07-28' } } }), new NewPipe(server), '2026-07-28')
await use('either', new New(me, { versionNegotiation: { mode: 'auto' } }), new NewPipe(server), '2026-07-28')
await use('the new client, with a handshake', new New(me, { versionNegotiation: { mode: 'legacy' } }), new NewPipe(server), '2025-11-25')
process.exit(done())
