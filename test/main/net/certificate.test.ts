// What a machine shows of itself, read by others than the library that wrote it.
import { spawnSync } from 'node:child_process'
import { createHash, createPrivateKey, sign, verify, X509Certificate } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createDeviceIdentity, deviceIdOf } from '#main/net/certificate.ts'

const identity = await createDeviceIdentity()

test('a machine is named by the hash of its public key', () => {
  const { publicKey } = new X509Certificate(identity.certificatePem)
  const spki = publicKey.export({ type: 'spki', format: 'der' })

  expect(identity.deviceId).toMatch(/^[0-9a-f]{64}$/u)
  expect(identity.deviceId).toBe(createHash('sha256').update(spki).digest('hex'))
  expect(deviceIdOf(publicKey)).toBe(identity.deviceId)
})

test('Node reads a P-256 certificate that signed itself and holds for thirty years', () => {
  const certificate = new X509Certificate(identity.certificatePem)

  expect(certificate.publicKey.asymmetricKeyDetails).toEqual({ namedCurve: 'prime256v1' })
  expect(certificate.verify(certificate.publicKey)).toBe(true)
  expect(certificate.checkPrivateKey(createPrivateKey(identity.privateKeyPem))).toBe(true)
  expect([certificate.validFrom, certificate.validTo]).toEqual(['Jan  1 00:00:00 2020 GMT', 'Dec 31 23:59:59 2049 GMT'])
  expect(certificate.ca).toBe(false)
  expect(certificate.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1', '1.3.6.1.5.5.7.3.2'])
})

test('the certificate names neither the office nor the machine', () => {
  const { subject, issuer } = new X509Certificate(identity.certificatePem)
  expect([subject, issuer]).toEqual(['CN=Kith', 'CN=Kith'])
})

test('the private key signs, and no two machines have the same', async () => {
  const other = await createDeviceIdentity()
  const said = Buffer.from('hello')
  const signature = sign('sha256', said, identity.privateKeyPem)

  expect(verify('sha256', said, new X509Certificate(identity.certificatePem).publicKey, signature)).toBe(true)
  expect(verify('sha256', said, new X509Certificate(other.certificatePem).publicKey, signature)).toBe(false)
  expect(new X509Certificate(other.certificatePem).serialNumber).not.toBe(
    new X509Certificate(identity.certificatePem).serialNumber,
  )
})

const hasOpenssl = spawnSync('openssl', ['version']).status === 0
if (!hasOpenssl) console.error('The program openssl is not here, so it does not read the certificate.')

test.runIf(hasOpenssl)('OpenSSL reads the certificate and verifies its signature', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kith-certificate-'))
  try {
    const file = join(folder, 'machine.pem')
    writeFileSync(file, identity.certificatePem)
    const openssl = (...words: string[]) => spawnSync('openssl', words, { encoding: 'utf8' })
    const { stdout } = openssl('x509', '-in', file, '-noout', '-text')

    expect(stdout).toContain('ASN1 OID: prime256v1')
    expect(stdout).toContain('Signature Algorithm: ecdsa-with-SHA256')
    expect(stdout).toContain('TLS Web Server Authentication, TLS Web Client Authentication')
    expect(openssl('verify', '-x509_strict', '-check_ss_sig', '-CAfile', file, file).stdout).toContain(': OK')
    // 0x17 is UTCTime: the strictest readers want it before 2050.
    expect(openssl('asn1parse', '-in', file).stdout.match(/UTCTIME +:\S+/gu)).toEqual([
      'UTCTIME           :200101000000Z',
      'UTCTIME           :491231235959Z',
    ])
  } finally {
    rmSync(folder, { recursive: true })
  }
})
