// The other end of the socket: a program that lets the engine which holds the workspace do its work.
import { randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'
import type { AppErrorData } from '#shared/base/app-error.ts'
import { AppError } from '#shared/base/app-error.ts'
import type { Reply } from '#shared/base/procedure.ts'
import { refusal } from '#main/workspace/refusal.ts'
import type { CallOptions, Session } from './session.ts'
import { type Frames, frames } from './socket-frames.ts'
import { hello, MESSAGE_BYTES, response, welcome } from './socket-messages.ts'
import { isProof, NONCE_BYTES, proofOf } from './socket-proof.ts'

const GREETING_MS = 5000

export interface ClientKey {
  readonly workspaceId: string
  readonly slotId: string
  readonly dataKey: Uint8Array
}

/** The engine's socket, or `null` if nobody listens there: none ever did, or it ended without taking its socket away. */
export const reachEngine = (path: string): Promise<Socket | null> =>
  new Promise((resolve, reject) => {
    const socket = connect(path)
    socket.once('connect', () => resolve(socket))
    socket.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ECONNREFUSED') resolve(null)
      else reject(error)
    })
  })

/** Proves itself to the engine, asks for its proof, and answers a session. Throws an AppError if either is refused. */
export const joinEngine = (socket: Socket, key: ClientKey): Promise<Session> =>
  new Promise((resolve, reject) => {
    const link: Link = { calls: new Map(), whenGone: interrupted }
    const clientNonce = randomBytes(NONCE_BYTES).toString('base64')
    let engineNonce: string | null = null
    let joined = false

    const fail = (error: AppError): void => {
      reject(error)
      socket.destroy()
    }
    const readGreeting = (message: unknown): void => {
      const transcript = { workspaceId: key.workspaceId, engineNonce: engineNonce ?? '', clientNonce, slotId: key.slotId }
      if (engineNonce === null) {
        const { data } = hello.safeParse(message)
        if (!data) return fail(refusal('unavailable', 'workspace.notOurEngine'))
        engineNonce = data.nonce
        const proof = proofOf(key.dataKey, 'client', { ...transcript, engineNonce })
        return wire.send({ nonce: clientNonce, slotId: key.slotId, proof })
      }
      const { data } = welcome.safeParse(message)
      if (data && 'error' in data) return fail(new AppError(data.error.code, data.error.messageKey, data.error.params))
      if (!data || !isProof(data.proof, key.dataKey, 'engine', transcript))
        return fail(refusal('unavailable', 'workspace.notOurEngine'))
      joined = true
      socket.setTimeout(0)
      resolve(sessionOn(socket, wire, link))
    }
    const readResponse = (message: unknown): void => {
      const { data } = response.safeParse(message)
      if (!data) return void socket.destroy()
      if (data.type === 'bye') return void (link.whenGone = notBegun)
      const call = link.calls.get(data.id)
      if (data.type === 'progress') return call?.options.onProgress?.(data.progress)
      link.calls.delete(data.id)
      // zod's output says `undefined` where the reply's type says absent; over JSON they are the same.
      call?.resolve(data.reply as Reply)
    }

    socket.setTimeout(GREETING_MS, () => fail(refusal('unavailable', 'workspace.notOurEngine')))
    // A broken connection always ends in 'close', which tells everyone who waits. Before the proofs nothing was asked of the engine.
    socket.on('error', () => undefined)
    socket.on('close', () => {
      reject(refusal('locked', 'workspace.locked'))
      for (const call of link.calls.values()) call.resolve({ ok: false, error: link.whenGone })
      link.calls.clear()
    })
    const wire = frames(socket, MESSAGE_BYTES, (message) => (joined ? readResponse(message) : readGreeting(message)))
  })

const interrupted: AppErrorData = refusal('unavailable', 'workspace.interrupted').toData()
const notBegun: AppErrorData = refusal('locked', 'workspace.locked').toData()

interface Link {
  readonly calls: Map<number, { readonly options: CallOptions; readonly resolve: (reply: Reply) => void }>
  /** What is said of calls without a reply once the engine has gone. */
  whenGone: AppErrorData
}

const sessionOn = (socket: Socket, wire: Frames, link: Link): Session => {
  let lastId = 0
  return {
    call: (path, input, options = {}) =>
      new Promise((resolve) => {
        if (socket.destroyed) return resolve({ ok: false, error: link.whenGone })
        const id = ++lastId
        link.calls.set(id, { options, resolve })
        wire.send({ type: 'call', id, path, input })
        options.signal?.addEventListener('abort', () => wire.send({ type: 'cancel', id }), { once: true })
      }),
    close: () => socket.destroy(),
  }
}
