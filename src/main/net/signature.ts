// What a machine says in its own name, so that others can pass it on: signed by the key that is its name.
import { createPublicKey, sign, verify } from 'node:crypto'
import { type DeviceIdentity, deviceIdOf } from './certificate.ts'

/** Base64: the public key (SubjectPublicKeyInfo, DER), and ECDSA over SHA-256 as r ‖ s. */
export interface Signature {
  readonly publicKey: string
  readonly signature: string
}

const format = { dsaEncoding: 'ieee-p1363' } as const

export const signAs = ({ privateKeyPem }: Pick<DeviceIdentity, 'privateKeyPem'>, text: string): Signature => ({
  publicKey: createPublicKey(privateKeyPem).export({ type: 'spki', format: 'der' }).toString('base64'),
  signature: sign('sha256', Buffer.from(text), { key: privateKeyPem, ...format }).toString('base64'),
})

/** Whether the machine of that name said it. Takes anything from anyone. */
export const isSignedBy = (deviceId: string, text: string, { publicKey, signature }: Signature): boolean => {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' })
    if (key.asymmetricKeyDetails?.namedCurve !== 'prime256v1' || deviceIdOf(key) !== deviceId) return false
    return verify('sha256', Buffer.from(text), { key, ...format }, Buffer.from(signature, 'base64'))
  } catch {
    // No key at all.
    return false
  }
}
