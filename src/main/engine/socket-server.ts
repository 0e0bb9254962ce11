// The engine's ear for other programs of the same user, above all the command line. Not the network: a file that only this user may open.
import { randomBytes } from 'node:crypto'
import { chmodSync, rmSync } from 'node:fs'
import { createServer, type Socket } from 'node:net'
import type { AppErrorData } from '#shared/base/app-error.ts'
import type { Session } from './session.ts'
import { frames } from './socket-frames.ts'
import { answer, GREETING_BYTES, MESSAGE_BYTES, request, type Response, SOCKET_VERSION } from './socket-messages.ts'
import { isProof, NONCE_BYTES, proofOf } from './socket-proof.ts'

const MOST_CLIENTS = 32
const GREETING_MS = 5000
const PARTING_MS = 1000

export interface SocketServerOptions {
  readonly path: string
  readonly workspaceId: string
  readonly dataKey: Uint8Array
  /** A session for the person of this slot, or what stands against it. */
  readonly openSession: (slotId: string) => Session | AppErrorData
  readonly onError: (error: unknown) => void
}

export interface SocketServer {
  /** Lets nobody in any more, waits for `finish`, which ends the running calls, and then parts from the clients. */
  readonly close: (finish: () => Promise<void>) => Promise<void>
}

/** Listens until closed. Only the engine that holds the workspace's lock may call it: a socket still lying there is then a dead one. */
export const listenOnSocket = async (options: SocketServerOptions): Promise<SocketServer> => {
  const { path, onError } = options
  const isFile = process.platform !== 'win32'
  if (isFile) rmSync(path, { force: true })

  /** Each with what is said to it before the parting. */
  const clients = new Map<Socket, () => void>()
  const server = createServer((socket) => {
    clients.set(socket, () => undefined)
    socket.on('error', onError)
    socket.on('close', () => clients.delete(socket))
    if (clients.size > MOST_CLIENTS) socket.destroy()
    else greet(socket, options, (sayBye) => clients.set(socket, sayBye))
  })

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(path, () => {
      server.off('error', reject)
      server.on('error', onError)
      if (isFile) chmodSync(path, 0o600)
      resolve()
    })
  })

  return {
    close: async (finish) => {
      // Node removes the socket's file at once; the promise waits for the last client.
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      await finish()
      for (const [socket, sayBye] of clients) {
        sayBye()
        // Not cut off: a client that is just sending would lose what it had not read yet.
        socket.end()
        const patience = setTimeout(() => socket.destroy(), PARTING_MS)
        socket.once('close', () => clearTimeout(patience))
      }
      await closed
    },
  }
}

const greet = (
  socket: Socket,
  { workspaceId, dataKey, openSession }: SocketServerOptions,
  onJoined: (sayBye: () => void) => void,
): void => {
  const engineNonce = randomBytes(NONCE_BYTES).toString('base64')
  socket.setTimeout(GREETING_MS, () => socket.destroy())

  let onMessage = (message: unknown): void => {
    const { data } = answer.safeParse(message)
    if (!data) return void socket.destroy()
    const transcript = { workspaceId, engineNonce, clientNonce: data.nonce, slotId: data.slotId }
    if (!isProof(data.proof, dataKey, 'client', transcript)) {
      wire.send({ error: { code: 'forbidden', messageKey: 'workspace.passwordWrong', params: {} } })
      return void socket.end()
    }

    const session = openSession(data.slotId)
    if ('code' in session) {
      wire.send({ error: session })
      return void socket.end()
    }
    wire.send({ proof: proofOf(dataKey, 'engine', transcript) })
    wire.allow(MESSAGE_BYTES)
    socket.setTimeout(0)
    socket.on('close', session.close)
    const running = new Map<number, AbortController>()
    onMessage = serve(socket, session, wire.send, running)
    onJoined(() => {
      if (running.size === 0) wire.send({ type: 'bye' })
    })
  }
  const wire = frames(socket, GREETING_BYTES, (message) => onMessage(message))
  wire.send({ kith: SOCKET_VERSION, nonce: engineNonce })
}

const serve =
  (
    socket: Socket,
    session: Session,
    send: (response: Response) => void,
    running: Map<number, AbortController>,
  ): ((message: unknown) => void) =>
  (message) => {
    const { data } = request.safeParse(message)
    if (!data || (data.type === 'call' && running.has(data.id))) return void socket.destroy()
    if (data.type === 'cancel') return running.get(data.id)?.abort()

    const { id, path, input } = data
    const controller = new AbortController()
    running.set(id, controller)
    const onProgress = (progress: { step: string; done: number; total: number | null }): void =>
      send({ type: 'progress', id, progress })
    void session.call(path, input, { signal: controller.signal, onProgress }).then((reply) => {
      running.delete(id)
      // The wire's type has mutable arrays; nothing here changes them.
      send({ type: 'reply', id, reply: reply as Extract<Response, { type: 'reply' }>['reply'] })
    })
  }
