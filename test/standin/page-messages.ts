// What the preload world of a page says to the app (invoke, send, window.open, chosen files), and how it is answered.
import type { WebContents } from './web-contents.ts'
import { originOf, toApp } from './addresses.ts'
import type { Payload } from './cdp.ts'
import { decode, encode } from './codec.ts'
import { ipcMain } from './ipc-main.ts'
import { record } from './record.ts'
import type { Page } from './page.ts'
import { createEvent } from './strict.ts'
import { worldName } from './page/sources.ts'
import { clickAccelerator } from './accelerators.ts'

type Context = Payload<'Runtime.executionContextCreated'>['context']
type Call = Payload<'Runtime.bindingCalled'>

export interface Message {
  readonly kind: 'send' | 'invoke' | 'open' | 'files' | 'keys' | 'preload-error'
  readonly id: number
  readonly channel: string
  readonly args: string
  readonly url: string
  readonly name: string
  readonly features: string
  readonly path: string
  readonly message: string
  readonly keys: string
}

/** Listens to the page; returns the way to deliver a message into its preload world. */
export const exchangeMessages = (contents: WebContents, page: Page) => {
  const contexts = new Map<number, Context>()
  let world: number | undefined

  page.on('Runtime.executionContextCreated', ({ context }) => {
    contexts.set(context.id, context)
    if (context.name === worldName && frameOf(context) === page.frameId()) world = context.id
  })
  page.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
    contexts.delete(executionContextId)
    if (world === executionContextId) world = undefined
  })
  page.on('Runtime.executionContextsCleared', () => {
    contexts.clear()
    world = undefined
  })
  page.on('Runtime.bindingCalled', (call) => {
    if (call.name === '__standinNative')
      receive(contents, { page, call, context: contexts.get(call.executionContextId), deliver })
  })

  const deliver = (message: object, executionContextId = world) => {
    if (executionContextId === undefined || contents.isDestroyed()) return
    page
      .send('Runtime.callFunctionOn', {
        functionDeclaration: '(text) => globalThis.__standinDeliver(text)',
        arguments: [{ value: JSON.stringify(message) }],
        executionContextId,
      })
      .catch(() => undefined) // a message to a page that is leaving is lost in Electron too
  }
  return deliver
}

interface Received {
  readonly page: Page
  readonly call: Call
  readonly context: Context | undefined
  readonly deliver: (message: object, world?: number) => void
}

const frameOf = (context: Context | undefined) => (context?.auxData as { frameId?: string } | undefined)?.frameId // the protocol leaves auxData open

const receive = (contents: WebContents, { page, call, context, deliver }: Received) => {
  const message = JSON.parse(call.payload) as Message // written by page/preload.ts
  const reply = (answer: object) => deliver({ kind: 'reply', id: message.id, ...answer }, call.executionContextId)

  if (message.kind === 'preload-error') {
    process.stderr.write(`Unable to load preload script: ${message.path}\n${message.message}\n`)
    contents.emit('preload-error', createEvent({}), message.path, new Error(message.message))
  } else if (message.kind === 'open') contents._askToOpen(toApp(message.url), message.name, message.features)
  else if (message.kind === 'keys') clickAccelerator(message.keys, contents)
  else if (message.kind === 'files')
    void findPaths(page, call.executionContextId, message.id).then((paths) => reply({ value: encode(paths) }))
  else {
    const isMain = frameOf(context) === page.frameId()
    const senderFrame = isMain
      ? contents.mainFrame
      : {
          url: context?.origin ?? '',
          origin: originOf(context?.origin ?? ''),
          parent: contents.mainFrame,
          top: contents.mainFrame,
        }
    const event = createEvent({
      type: 'frame',
      sender: contents,
      senderFrame,
      frameId: 1,
      processId: 1,
      ports: [],
      reply: (channel: string, ...args: unknown[]) => contents.send(channel, ...args),
    })
    const args = decode(message.args) as unknown[] // encode([...args]) in the preload
    if (message.kind === 'invoke') void invoke(contents, event, message.channel, args).then(reply)
    else {
      contents.emit('ipc-message', event, message.channel, ...args)
      contents.ipc.emit(message.channel, event, ...args)
      ipcMain.emit(message.channel, event, ...args)
    }
  }
}

const invoke = async (
  contents: WebContents,
  event: object,
  channel: string,
  args: unknown[],
): Promise<{ value: string } | { error: string }> => {
  try {
    const handler = contents.ipc._handlerOf(channel) ?? ipcMain._handlerOf(channel)
    if (!handler) throw new Error(`No handler registered for '${channel}'`)
    return { value: encode(await handler(event, ...args)) }
  } catch (error) {
    process.stderr.write(
      `Error occurred in handler for '${channel}': ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    )
    return { error: String(error) }
  }
}

// The files lie in the preload world under this number; Chromium knows where on the disk each of them is.
const findPaths = async (page: Page, contextId: number, id: number): Promise<string[]> => {
  const { result } = await page.send('Runtime.evaluate', {
    expression: `globalThis.__standinFiles.get(${String(id)}).length`,
    contextId,
  })
  const paths: string[] = []
  for (let at = 0; at < Number(result.value); at++) {
    const file = await page.send('Runtime.evaluate', {
      expression: `globalThis.__standinFiles.get(${String(id)})[${String(at)}]`,
      contextId,
    })
    if (file.result.objectId === undefined) throw new Error('stand-in: a chosen file has gone')
    paths.push((await page.send('DOM.getFileInfo', { objectId: file.result.objectId })).path)
  }
  record('files', { paths })
  return paths
}
