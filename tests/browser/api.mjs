// Every answer of the API conforms to the description that it serves.
import Ajv from 'ajv'
import addFormats from 'ajv-formats'
import { is, ok } from './tap.mjs'

// OpenAPI 3.0 says "nullable" where JSON Schema has a list of types.
function plain(schema) {
	if (Array.isArray(schema)) return schema.map(plain)
	if (!schema || typeof schema !== 'object') return schema
	const { nullable, example, ...rest } = schema
	const out = Object.fromEntries(Object.entries(rest).map(([k, v]) => [k, k === '$ref' ? v.replace('#/components/schemas/', 'api#/$defs/') : plain(v)]))
	if (nullable && out.type) out.type = [out.type, 'null']
	return out
}

// [path of the description, path asked, status, body to POST]
const calls = [
	['/passages', '/v1/passages?q=huurgeschil', 200],
	['/passages', '/v1/passages?q=rechtsbijstand&pagina=2&aantal=5', 200],
	['/passages', '/v1/passages?thema=scheiden&sorteer=begin', 200],
	['/passages', '/v1/passages?q=xyzzyq', 200],
	['/passages', '/v1/passages?q=huur&editie=alle&aantal=100', 200],
	['/passages', '/v1/passages?onzin=1&thema=x', 400],
	['/passages', `/v1/passages?q=${'a'.repeat(4100)}`, 400],
	['/passages/_zoek', '/v1/passages/_zoek', 200, '{"q":"huur","status":["lopend","afgerond"],"pagina":1}'],
	['/passages/_zoek', '/v1/passages/_zoek', 400, '{"q":"huur","onzin":1}'],
	['/passages/_zoek', '/v1/passages/_zoek', 400, '["huur"]'],
	['/passages/_zoek', '/v1/passages/_zoek', 400, '{"q":'],
	['/kamervragen', '/v1/kamervragen', 200, '{"tekst":"1. Wat doet u voor huurders met een conflict? 2. Hoeveel wolven zijn er?"}'],
	['/kamervragen', '/v1/kamervragen', 400, '{"tekst":"Wat is dit?","formaat":"exe"}'],
	['/pilots', '/v1/pilots', 200],
	['/pilots', '/v1/pilots?q=schulden&aantal=100', 200],
	['/pilots/{id}', '/v1/pilots/wijkrechtbank-eindhoven', 200],
	['/pilots/{id}', '/v1/pilots/huizen-van-het-recht-heerlen?editie=2021-12-01', 200],
	['/pilots/{id}', '/v1/pilots/geen', 404],
	['/pilots/{id}', '/v1/pilots/huizen-van-het-recht-heerlen?editie=1999-01-01', 404],
	['/kamerstukken', '/v1/kamerstukken?q=rechtsbijstand', 200],
	['/kamerstukken', '/v1/kamerstukken?q=xyzzyq', 200],
	['/kamerstukken', '/v1/kamerstukken?soort=brief', 200],
	['/kamerstukken', '/v1/kamerstukken?q=rente&minister=Minister%20van%20Sociale%20Zaken%20en%20Werkgelegenheid&pagina=2&aantal=3', 200],
	['/kamerstukken', '/v1/kamerstukken?soort=pilot', 400],
	['/kamerstukken/{id}', '/v1/kamerstukken/ah-tk-20202021-3235', 200],
	['/kamerstukken/{id}', '/v1/kamerstukken/kv-tk-2021Z16521.3', 200],
	['/kamerstukken/{id}', '/v1/kamerstukken/kst-32545-143', 200],
	['/kamerstukken/{id}', '/v1/kamerstukken/kv-tk-2098Z00300', 200],
	['/kamerstukken/{id}', '/v1/kamerstukken/ah-tk-20982099-170.1', 200],
	['/kamerstukken/{id}', '/v1/kamerstukken/ah-tk-0', 404],
	['/openstaand', '/v1/openstaand', 200],
	['/openstaand', '/v1/openstaand?onzin=1', 400],
	['/themas', '/v1/themas', 200],
	['/openapi.json', '/v1/openapi.json', 200],
]

export async function api(base) {
	const answer = await fetch(base + '/v1/openapi.json', { headers: { Origin: 'https://elders.example' } })
	const description = await answer.json()
	is(answer.headers.get('access-control-allow-origin'), '*', 'the description may be read from any site')
	const ajv = new Ajv({ strict: false, allErrors: true })
	addFormats(ajv)
	ajv.addSchema({ $id: 'api', $defs: plain(description.components.schemas) })
	const resolve = response => response.$ref ? description.components.responses[response.$ref.split('/').pop()] : response
	for (const [path, url, status, body] of calls) {
		const name = `${body ? 'POST' : 'GET'} ${url.slice(0, 60)}${body ? ' ' + body : ''}`
		const got = await fetch(base + url, body ? { method: 'POST', body, headers: { 'Content-Type': 'application/json' } } : {})
		is(got.status, status, `${name}: status`)
		ok(/^\d+\.\d+\.\d+$/.test(got.headers.get('api-version') ?? ''), `${name}: API-Version`)
		const operation = description.paths[path][body ? 'post' : 'get']
		const content = resolve(operation.responses[String(got.status)] ?? {}).content ?? {}
		const type = (got.headers.get('content-type') ?? '').split(';')[0]
		ok(content[type], `${name}: described as ${type}`)
		const valid = ajv.compile(plain(content[type]?.schema ?? false))
		ok(valid(await got.json()), `${name}: conforms`, JSON.stringify(valid.errors?.slice(0, 5), null, 1))
	}
	await pages(base)
}

// Following "next" gives every pilot once.
async function pages(base) {
	const seen = []
	let url = base + '/v1/pilots?aantal=7'
	while (url && seen.length < 500) {
		const page = await (await fetch(url)).json()
		seen.push(...page.pilots.map(p => p.id))
		url = page._links.next?.href
	}
	const all = await (await fetch(base + '/v1/pilots?aantal=100')).json()
	is([...new Set(seen)].sort(), all.pilots.map(p => p.id).sort(), 'following the links gives every pilot once')
}
