// Both ends of the socket prove that they hold the data key, without sending anything that helps a listener or a false engine.
// The roles and everything said so far are part of the proof, so that it cannot be reflected or used again.
import { createHmac, timingSafeEqual } from 'node:crypto'
import { subKey } from '#main/workspace/sealing.ts'
import { SOCKET_VERSION } from './socket-messages.ts'

export const NONCE_BYTES = 32

export interface Transcript {
  readonly workspaceId: string
  readonly engineNonce: string
  readonly clientNonce: string
  readonly slotId: string
}

/** Base64 of 32 bytes. */
export const proofOf = (dataKey: Uint8Array, role: 'client' | 'engine', transcript: Transcript): string => {
  const { workspaceId, engineNonce, clientNonce, slotId } = transcript
  const said = ['kith', SOCKET_VERSION, role, workspaceId, engineNonce, clientNonce, slotId].join('|')
  return createHmac('sha256', subKey(dataKey, 'local socket')).update(said).digest('base64')
}

export const isProof = (given: string, dataKey: Uint8Array, role: 'client' | 'engine', transcript: Transcript): boolean => {
  const wanted = Buffer.from(proofOf(dataKey, role, transcript), 'base64')
  const bytes = Buffer.from(given, 'base64')
  return bytes.length === wanted.length && timingSafeEqual(bytes, wanted)
}
