// TAP for the tests in this folder, counted over all of them.
let count = 0
let bad = 0

export function ok(good, name, detail = '') {
	count++
	if (!good) bad++
	console.log(`${good ? 'ok' : 'not ok'} ${count} - ${name}`)
	if (!good && detail) console.log(String(detail).slice(0, 3000).replace(/^/gm, '# '))
}

export function is(got, wanted, name) {
	const [a, b] = [JSON.stringify(got), JSON.stringify(wanted)]
	ok(a === b, name, `got:    ${a}\nwanted: ${b}`)
}

export function like(got, pattern, name) {
	ok(pattern.test(got), name, `got:    ${got}\nwanted: ${pattern}`)
}

export function done() {
	console.log(`1..${count}`)
	return bad ? 1 : 0
}
