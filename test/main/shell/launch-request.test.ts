import { expect, test } from 'vitest'
import { parseLaunchRequest, routeOfLink } from '#main/shell/launch-request.ts'

const id = '0198c0de-1234-7abc-8def-0123456789ab'

test('a workspace is named with or without an equals sign, also relative to the working folder', () => {
  expect(parseLaunchRequest(['--workspace=/data/office'], '/home/me').workspace).toBe('/data/office')
  expect(parseLaunchRequest(['.', '--workspace', 'office'], '/home/me').workspace).toBe('/home/me/office')
})

test('no workspace is named by an empty value, another switch or none at all', () => {
  for (const argv of [['--workspace='], ['--workspace', '--lang=en'], ['--workspace'], ['--inspect=0', 'file.csv']])
    expect(parseLaunchRequest(argv, '/home/me').workspace).toBeNull()
})

test('a link to a record becomes its route', () => {
  expect(routeOfLink(`kith://deals/${id}`)).toBe(`/deals/${id}`)
  expect(parseLaunchRequest(['--lang=zh-CN', `kith://contacts/${id}`], '/').route).toBe(`/contacts/${id}`)
})

test.each([
  `kith://settings/${id}`,
  'kith://deals/1',
  `kith://deals/${id}/../../settings`,
  `kith://deals/${id}?x=1`,
  `https://deals/${id}`,
  'javascript:alert(1)',
  'kith://',
])('what is no link to a record is passed over: %s', (link) => {
  expect(routeOfLink(link)).toBeNull()
})
