// Electron's Node is built with BoringSSL. What that lacks must fail here too.
import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'

const ciphers = /^(aes-?(128|192|256)-(cbc|ctr|ecb|gcm|ofb)|aes-?(128|256)-cfb|des-(cbc|ecb|ede|ede-cbc|ede3-cbc)|rc4|rc2-cbc)$/i
const hashes = /^(rsa-)?(md4|md5|md5-sha1|sha-?1|sha-?224|sha-?256|sha-?384|sha-?512|sha512-256)$/i

const refuse = (what: string): never => {
  throw Object.assign(new Error(`stand-in: ${what} is not in Electron's BoringSSL`), { code: 'ERR_CRYPTO_NOT_IN_ELECTRON' })
}

export const removeWhatBoringSslLacks = () => {
  const functions = crypto as unknown as Record<string, (...args: unknown[]) => unknown> // names are replaced one by one
  const limit = (name: string, kind: string, allowed: RegExp) => {
    const real = functions[name]
    functions[name] = (algorithm: unknown, ...args: unknown[]) =>
      allowed.test(String(algorithm)) ? real?.(algorithm, ...args) : refuse(`${kind} ${String(algorithm)}`)
  }
  for (const name of ['createCipheriv', 'createDecipheriv']) limit(name, 'cipher', ciphers)
  for (const name of ['createHash', 'createHmac', 'hash']) limit(name, 'hash', hashes)
  for (const name of ['argon2', 'argon2Sync']) functions[name] = () => refuse(name)
  syncBuiltinESMExports()
}
