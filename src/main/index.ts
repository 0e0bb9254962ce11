// The entry of the desktop app, and the only place of its process where the clock and chance come from.
import { randomUUID } from 'node:crypto'
import { startShell } from './shell/start.ts'

startShell({ now: () => Date.now(), newId: randomUUID, outFolder: import.meta.dirname })
