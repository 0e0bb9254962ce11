// TLS as two machines of an office use it: 1.3 only, both show a certificate, no resumption. Node's own judgement of certificates is switched off
// because nobody vouches for these: whoever calls `whoIsThere` judges the key instead, before a byte of what was said is read.
import type { Socket } from 'node:net'
import { constants, type KeyObject, type X509Certificate } from 'node:crypto'
import type { TLSSocket } from 'node:tls'
import { type DeviceIdentity, deviceIdOf } from './certificate.ts'
import type { Endpoint } from './link.ts'

/** What a connection is for: `sync` between machines that know each other's keys, `pair` between such as want to. */
export type Purpose = 'sync' | 'pair'

export const protocols: Readonly<Record<Purpose, string>> = { sync: 'kith-sync/1', pair: 'kith-pair/1' }

const EXPORTER_LABEL = 'EXPORTER-Channel-Binding'
const EXPORTER_BYTES = 32

export const tlsOptions = ({ certificatePem, privateKeyPem }: DeviceIdentity) =>
  ({
    cert: certificatePem,
    key: privateKeyPem,
    minVersion: 'TLSv1.3',
    maxVersion: 'TLSv1.3',
    requestCert: true,
    rejectUnauthorized: false,
    secureOptions: constants.SSL_OP_NO_TICKET,
  }) as const

export interface Known {
  readonly deviceId: string
  readonly purpose: Purpose
  readonly exporter: Buffer
}

/** What is wrong with a channel before it is asked whose it is. */
export type Flaw = 'no_certificate' | 'other_key' | 'resumed' | 'no_protocol'

/** Who proved to hold which key. The handshake must be over. */
export const whoIsThere = (socket: TLSSocket): Known | Flaw => {
  const certificate = socket.getPeerX509Certificate()
  if (!certificate) return 'no_certificate'
  const publicKey = keyIn(certificate)
  if (!publicKey) return 'other_key'
  if (socket.isSessionReused()) return 'resumed'
  const purpose = (['sync', 'pair'] as const).find((one) => protocols[one] === socket.alpnProtocol)
  if (!purpose || socket.getProtocol() !== 'TLSv1.3') return 'no_protocol'
  return {
    deviceId: deviceIdOf(publicKey),
    purpose,
    exporter: socket.exportKeyingMaterial(EXPORTER_BYTES, EXPORTER_LABEL, Buffer.alloc(0)),
  }
}

/** The key, if it is of the one kind that Kith makes. Reading another may throw, and strangers choose what is read here. */
const keyIn = (certificate: X509Certificate): KeyObject | null => {
  try {
    const { publicKey } = certificate
    return publicKey.asymmetricKeyDetails?.namedCurve === 'prime256v1' ? publicKey : null
  } catch {
    return null
  }
}

/** Both ends of a connection. An IPv4 address that came in through IPv6 is written as what it is. */
export const endpointsOf = (socket: Socket): { readonly remote: Endpoint; readonly local: Endpoint } => ({
  remote: { address: plain(socket.remoteAddress), port: socket.remotePort ?? 0 },
  local: { address: plain(socket.localAddress), port: socket.localPort ?? 0 },
})

const plain = (address = ''): string => address.replace(/^::ffff:(?=\d+\.)/u, '')
