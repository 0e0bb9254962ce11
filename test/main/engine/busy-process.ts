// A process that writes until it is killed, and says each company that was saved.
import { testPlace } from './test-engine.ts'

const [folder = '', runtimeFolder = ''] = process.argv.slice(2)
const { get } = await testPlace().engine({ folder, runtimeFolder })
await get('workspace.unlock', { password: 'a good password' })
for (let count = 0; ; count++) {
  await get('companies.create', { name: `Saved ${count}` })
  process.stdout.write(`${count}\n`)
}
