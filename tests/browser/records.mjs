// node records.mjs SCHEMA RECORDS: each line of RECORDS against SCHEMA.
import Ajv from 'ajv'
import { readFileSync } from 'node:fs'

const [, , schema, records] = process.argv
const check = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(JSON.parse(readFileSync(schema)))
const lines = readFileSync(records, 'utf8').trimEnd().split('\n')
const wrong = lines.filter(line => !check(JSON.parse(line)) && (console.error(line.slice(0, 80), check.errors), true))
if (wrong.length || lines.length < 30) process.exit(1)
