// app.commandLine: switches that came with the start, and those the app adds for Chromium before it is ready.
import { argument, run } from './run.ts'
import { strict } from './strict.ts'

const isSwitch = (word: string, name: string) => word === `--${name}` || word.startsWith(`--${name}=`)
const added = (name: string) => run.switches.find((word) => isSwitch(word, name))

export const commandLine = strict('app.commandLine', {
  appendSwitch: (name: string, value?: string) => {
    if (run.ready) throw new Error(`stand-in: the switch ${name} comes too late: Chromium has started`)
    run.switches.push(value ? `--${name}=${value}` : `--${name}`)
  },
  hasSwitch: (name: string) => argument(name) !== undefined || added(name) !== undefined,
  getSwitchValue: (name: string) => argument(name) ?? added(name)?.slice(name.length + 3) ?? '',
  removeSwitch: (name: string) => {
    run.switches = run.switches.filter((word) => !isSwitch(word, name))
  },
})
