// The one Chromium of this run: started when the app becomes ready, in a profile beside the app's own data.
import { join } from 'node:path'
import { getPath } from './app-paths.ts'
import { type Chromium, startChromium } from './chromium.ts'
import { argument, run } from './run.ts'

let chromium: Chromium | undefined

export const startedBrowser = (): Chromium | undefined => chromium

export const browser = (): Chromium => {
  chromium ??= startChromium({
    profile: join(getPath('sessionData'), 'standin-chromium'),
    switches: run.switches,
    port: argument('remote-debugging-port'),
    headed: run.headed,
  })
  return chromium
}
