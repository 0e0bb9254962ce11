// Who a machine is: one P-256 key, in a certificate that it signed itself. Its name is the hash of the key; nothing else in the certificate is
// believed, its dates least of all: an office machine whose clock stands in 1999 or 2060 stays who it is.
import { createHash, createPublicKey, type KeyObject } from 'node:crypto'

export interface DeviceIdentity {
  /** Hex of SHA-256 over the public key (SubjectPublicKeyInfo, DER): 64 letters. */
  readonly deviceId: string
  readonly certificatePem: string
  /** PKCS #8. A secret of this machine: never in the workspace's database, never in a backup. */
  readonly privateKeyPem: string
}

const curve = { name: 'ECDSA', namedCurve: 'P-256' }
const signature = { name: 'ECDSA', hash: 'SHA-256' }
// Within the years that a certificate writes as UTCTime, which the strictest readers want.
const notBefore = new Date('2020-01-01T00:00:00Z')
const notAfter = new Date('2049-12-31T23:59:59Z')
const SERIAL_BYTES = 16

/** Loaded by the one function that needs it: 20 MB that are wanted once in a machine's life. */
const loadX509 = async () => {
  await import('reflect-metadata')
  return import('@peculiar/x509')
}

/** A new machine. The key comes from the system's random source. Tens of milliseconds. */
export const createDeviceIdentity = async (): Promise<DeviceIdentity> => {
  const keys = await crypto.subtle.generateKey(curve, true, ['sign', 'verify'])
  const privateKey = Buffer.from(await crypto.subtle.exportKey('pkcs8', keys.privateKey))
  const publicKey = Buffer.from(await crypto.subtle.exportKey('spki', keys.publicKey))
  const deviceId = deviceIdOf(createPublicKey({ key: publicKey, format: 'der', type: 'spki' }))

  const x509 = await loadX509()
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    // Names nobody: strangers can ask for it.
    name: 'CN=Kith',
    serialNumber: serialOf(deviceId),
    notBefore,
    notAfter,
    keys,
    signingAlgorithm: signature,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth, x509.ExtendedKeyUsage.clientAuth]),
    ],
  })
  return { deviceId, certificatePem: `${certificate.toString('pem')}\n`, privateKeyPem: pem('PRIVATE KEY', privateKey) }
}

/** The name of whoever holds the private half of this key. */
export const deviceIdOf = (publicKey: KeyObject): string =>
  createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex')

/** Hex that is positive and never starts with a zero byte, as DER wants it. */
const serialOf = (deviceId: string): string => `40${deviceId.slice(2, 2 * SERIAL_BYTES)}`

const pem = (label: string, der: Buffer): string => {
  const lines = der.toString('base64').match(/.{1,64}/gu) ?? []
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n')
}
