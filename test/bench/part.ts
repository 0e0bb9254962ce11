// One part of the bench, in a process of its own, as reading and writing have threads of their own in the program: what one part leaves in
// memory, and how its code was compiled, does not slow down the next. Forked by run.ts, which gets the rows.
import { parts } from './parts.ts'

const [name = '', base = '', key = '', count = ''] = process.argv.slice(2)
const part = parts[name]
if (!part || !process.send) throw new Error('Forked by run.ts, with the name of a part, the folder and the key.')
process.send(await part({ base, key: Buffer.from(key, 'hex'), count: count === '' ? null : Number(count) }))
