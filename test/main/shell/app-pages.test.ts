import { expect, test } from 'vitest'
import { isOutsideLink, isOwnPage, isOwnRequest, pageUrl } from '#main/shell/app-pages.ts'

test('only app://main is a page of the app', () => {
  expect(isOwnPage('app://main/index.html#/deals')).toBe(true)
  for (const address of [
    'app://other/index.html',
    'app://main.evil/',
    'https://main/',
    'file:///etc/passwd',
    'app:main',
    'app://x@main/',
    '',
  ])
    expect(isOwnPage(address), address).toBe(false)
})

test('a route becomes the address of a page and cannot become another one', () => {
  expect(pageUrl('/deals/1?x=%20')).toBe('app://main/index.html#/deals/1?x=%20')
  expect(pageUrl('https://evil.example/')).toBe('app://main/index.html#https://evil.example/')
})

test('only web pages, mail addresses and phone numbers are handed to the system', () => {
  for (const address of [
    'https://example.com/',
    'http://example.com',
    'mailto:a@example.com',
    'tel:+8657188888888',
    'tel:95588',
    'tel:+8657188888888;ext=8001',
  ])
    expect(isOutsideLink(address), address).toBe(true)
  for (const address of [
    'tel:*%2306%23',
    'tel:+86 138',
    'tel:+861380013;phone-context=x',
    'http://user:pw@example.com',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'smb://host/share',
    'https://user:pw@example.com',
  ])
    expect(isOutsideLink(address), address).toBe(false)
})

test('the network is closed', () => {
  for (const address of ['app://main/a.js', 'data:image/png;base64,AA==', 'blob:app://main/1'])
    expect(isOwnRequest(address)).toBe(true)
  for (const address of [
    'https://example.com',
    'http://127.0.0.1',
    'ws://example.com',
    'ftp://example.com',
    'file:///etc/passwd',
    'app://other/',
  ])
    expect(isOwnRequest(address), address).toBe(false)
})
