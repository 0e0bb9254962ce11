// CPace against the vectors of draft-irtf-cfrg-cpace-21, appendix B.3, and what must end a run.
import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import {
  CpaceError,
  generatorOf,
  lengthsAndValues,
  secretPoint,
  sessionKey,
  sharedKey,
  startCpace,
  tagOf,
} from '#main/net/cpace.ts'

const hex = (text: string): Buffer => Buffer.from(text.replaceAll(/\s/gu, ''), 'hex')
const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

const vector = {
  input: {
    secret: Buffer.from('Password'),
    context: hex('0b415f696e69746961746f720b425f726573706f6e646572'),
    sessionId: hex('7e4b4791d6a8ef019b936c79fb7f2c57'),
  },
  generator: '222b6b195fe84b1652badb6f6a3ae3d24341e7306967f0b8115b40d5698c7e56',
  ya: hex('da3d23700a9e5699258aef94dc060dfda5ebb61f02a5ea77fad53f4ff0976d08'),
  Ya: 'd6bac480f2c386c394efc7c47adb9925dcd2630b64f240c50f8d0eec482b9157',
  yb: hex('d2316b454718c35362d83d69df6320f38578ed5984651435e2949762d900b80d'),
  Yb: '3ea7e0b19560d7c0b0f5734f63b955286dfa8232b5ebe63324e2d9e7433f7258',
  K: '80b69a8a76457ab6a4d7f887a4bf6b55a2f80ac19c333f917a05fc9887c8b40f',
  ISK: `b69effbf61b51d56401c0f65601abe428de8206feaaf0e32198896dcae7b35cd
        2b38950a39dfd5d4a79164614c2984f7daa460b588c1e80c3fa2068af7900447`,
}
const scalar = hex('7cd0e075fa7955ba52c02759a6c90dbbfc10e6d40aea8d283e407d88cf538a05')

test('the generator, both shares, the secret point and the key are those of the draft', () => {
  const { input, ya, yb } = vector
  const initiator = startCpace('initiator', input, () => ya)
  const responder = startCpace('responder', input, () => yb)

  expect(hexOf(generatorOf(input))).toBe(vector.generator)
  expect(hexOf(initiator.share)).toBe(vector.Ya)
  expect(hexOf(responder.share)).toBe(vector.Yb)
  expect(hexOf(secretPoint(ya, responder.share))).toBe(vector.K)
  expect(hexOf(secretPoint(yb, initiator.share))).toBe(vector.K)
  const said = (share: string, data: string) => ({ share: hex(share), data: Buffer.from(data) })
  expect(hexOf(sessionKey(input.sessionId, hex(vector.K), said(vector.Ya, 'ADa'), said(vector.Yb, 'ADb')))).toBe(
    hexOf(hex(vector.ISK)),
  )
})

test('a point times a number is that of the draft', () => {
  expect(hexOf(secretPoint(scalar, hex('2c3c6b8c4f3800e7aef6864025b4ed79bd599117e427c41bd47d93d654b4a51c')))).toBe(
    '7c13645fe790a468f62c39beb7388e541d8405d1ade69d1778c5fe3e7f6b600e',
  )
})

test('shares that are no element, neutral or of another length end the run', () => {
  const notAnElement = hex('2b3c6b8c4f3800e7aef6864025b4ed79bd599117e427c41bd47d93d654b4a51c')
  for (const share of [notAnElement, Buffer.alloc(32), Buffer.alloc(32, 0xff), Buffer.alloc(31), Buffer.alloc(0)])
    expect(() => secretPoint(scalar, share)).toThrow(CpaceError)
})

test('one’s own share sent back ends the run', () => {
  const side = startCpace('initiator', vector.input, randomBytes)
  expect(() => sharedKey(side, side.share)).toThrow(CpaceError)
})

test('lengths from 128 on take two bytes', () => {
  const long = lengthsAndValues(Buffer.alloc(300))
  expect([long.length, hexOf(long.subarray(0, 2))]).toEqual([302, 'ac02'])
})

test('the keys are equal only if code, context and channel are, and the tags tell', () => {
  const code = { secret: Buffer.from('12345678'), context: Buffer.from('a and b'), sessionId: randomBytes(32) }
  const run = (other: Partial<typeof code>) => {
    const initiator = startCpace('initiator', code, randomBytes)
    const responder = startCpace('responder', { ...code, ...other }, randomBytes)
    return { initiator, responder, one: sharedKey(initiator, responder.share), two: sharedKey(responder, initiator.share) }
  }

  const good = run({})
  expect(good.one).toEqual(good.two)
  expect(tagOf(good.one, code.sessionId, good.initiator.share)).toEqual(tagOf(good.two, code.sessionId, good.initiator.share))
  expect(tagOf(good.one, code.sessionId, good.initiator.share)).not.toEqual(tagOf(good.one, code.sessionId, good.responder.share))
  for (const other of [
    { secret: Buffer.from('12345679') },
    { context: Buffer.from('a and c') },
    { sessionId: randomBytes(32) },
  ]) {
    const bad = run(other)
    expect(bad.one).not.toEqual(bad.two)
  }
})
