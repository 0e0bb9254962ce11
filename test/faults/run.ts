// `npm run faults`: the long runs of what must be survived. Arguments: how often the engine and the app are killed (100 and 5).
import { killApp } from './kill-app.ts'
import { killEngine } from './kill-engine.ts'

const [engineRounds = '100', appRounds = '5'] = process.argv.slice(2)
console.log(await killEngine(Number(engineRounds)))
console.log(await killApp(Number(appRounds)))
