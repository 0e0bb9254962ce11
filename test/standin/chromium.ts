// The system's Chromium, driven through a pipe. A port is opened besides only when the command line asks for one, as in Electron.
import { spawn } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { mkdirSync } from 'node:fs'
import type { Readable, Writable } from 'node:stream'
import type { Command, EventName, Parameters, Payload, Reply } from './cdp.ts'
import { chromiumArguments, findChromium } from './chromium-command.ts'
import { say, sleep } from './run.ts'

export interface Chromium {
  send<C extends Command>(command: C, parameters?: Parameters<C>, sessionId?: string): Promise<Reply<C>>
  on<E extends EventName>(event: E, listener: (payload: Payload<E>) => void, sessionId?: string): void
  /** Called once, when the process has ended for whatever reason. */
  onGone(listener: () => void): void
  /** Opens a plain window without tabs or address bar on this page; only when windows are shown. */
  openAppWindow(url: string): void
  readonly started: Promise<void>
  close(): Promise<void>
  kill(): void
}

export interface ChromiumOptions {
  readonly profile: string
  readonly switches: readonly string[]
  readonly port: string | undefined
  readonly headed: boolean
}

interface Waiting {
  readonly command: string
  resolve(result: unknown): void
  reject(error: Error): void
}

interface Message {
  readonly id?: number
  readonly method?: string
  readonly params?: unknown
  readonly sessionId?: string
  readonly result?: unknown
  readonly error?: { readonly message: string }
}

export const startChromium = (options: ChromiumOptions): Chromium => {
  mkdirSync(options.profile, { recursive: true })
  const program = findChromium()
  const child = spawn(program, chromiumArguments(options), { stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'] })
  const events = new EventEmitter().setMaxListeners(0)
  const waiting = new Map<number, Waiting>()
  let lastId = 0
  let gone = false

  const end = () => {
    if (gone) return
    gone = true
    for (const { reject } of waiting.values()) reject(new Error('browser closed'))
    waiting.clear()
    events.emit('gone')
  }
  child.on('exit', end)
  child.on('error', (error) => {
    say(`cannot start Chromium: ${error.message}`)
    end()
  })

  const receive = (message: Message) => {
    if (message.id === undefined) {
      events.emit(`${message.sessionId ?? ''}/${message.method ?? ''}`, message.params)
      return
    }
    const waited = waiting.get(message.id)
    waiting.delete(message.id)
    if (message.error) waited?.reject(new Error(`${waited.command}: ${message.error.message}`))
    else waited?.resolve(message.result)
  }

  const [, , errors, commands, replies] = child.stdio as unknown as [null, null, Readable, Writable, Readable] // five pipes by the stdio option above
  commands.on('error', end)
  readMessages(replies, receive)
  relayStderr(errors)

  const send = <C extends Command>(command: C, parameters?: Parameters<C>, sessionId?: string) =>
    new Promise<Reply<C>>((resolve, reject) => {
      if (gone) return reject(new Error('browser closed'))
      const id = ++lastId
      waiting.set(id, { command, resolve: (result) => resolve(result as Reply<C>), reject }) // the protocol's own promise
      commands.write(`${JSON.stringify({ id, method: command, params: parameters ?? {}, sessionId })}\0`)
    })

  return {
    send,
    on: (event, listener, sessionId) => void events.on(`${sessionId ?? ''}/${event}`, listener),
    onGone: (listener) => void events.once('gone', listener),
    openAppWindow: (url) => {
      // A second start with the same profile hands its command line to the first and ends.
      spawn(
        program,
        [
          ...chromiumArguments({ ...options, port: undefined }).filter(
            (word) => !/^--(remote-debugging|no-startup-window)/.test(word),
          ),
          `--app=${url}`,
        ],
        { stdio: 'ignore' },
      )
    },
    started: send('Target.setDiscoverTargets', { discover: true, filter: [{ type: 'page' }] }).then(() => undefined),
    close: async () => {
      if (gone) return
      const ended = new Promise<void>((resolve) => void events.once('gone', resolve))
      await Promise.race([send('Browser.close').catch(() => ended), sleep(1500)]) // the reply may be lost with the pipe
      await Promise.race([ended, sleep(2000).then(() => child.kill('SIGKILL'))])
    },
    kill: () => void child.kill('SIGKILL'),
  }
}

const readMessages = (stream: Readable, receive: (message: Message) => void) => {
  let parts: Buffer[] = []
  stream.on('data', (data: Buffer) => {
    let rest = data
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
      const text = Buffer.concat([...parts, rest.subarray(0, end)]).toString()
      parts = []
      rest = rest.subarray(end + 1)
      receive(JSON.parse(text) as Message) // Chromium's own messages
    }
    if (rest.length > 0) parts.push(rest)
  })
}

// Playwright waits for Electron's line about the port; Chromium prints the same one.
const relayStderr = (stream: Readable) => {
  stream.setEncoding('utf8')
  stream.on('data', (text: string) => {
    for (const line of text.split('\n')) {
      if (line.startsWith('DevTools listening on ')) process.stderr.write(`${line}\n`)
      else if (process.env['STANDIN_VERBOSE'] === '1' && line !== '') say(`[chromium] ${line}`)
    }
  })
}
