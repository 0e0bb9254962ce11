// Two computers of one office on this one: each an app with data of its own, listening on loopback alone and at a port of its own.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import type { Translate } from '#renderer/i18n/translate.ts'
import { freePort } from '../../support/free-port.ts'
import { type Desktop, launch } from '../driver.ts'
import { askIn, goTo, type OfficeOptions, openOffice, type Office, PASSWORD } from './office.ts'

/** How long a click that derives a key may take on a busy machine. */
export const PATIENCE = { timeout: 30_000 }

/** `127.0.0.1:40123`, where nobody listens. */
export const freePlace = async (): Promise<string> => `127.0.0.1:${await freePort()}`

/** Where and with what an app was started, to start it once more. */
export interface Machine {
  readonly userData: string
  readonly folder: string
  readonly env: Readonly<Record<string, string>>
}

export interface HostMachine extends Office {
  readonly machine: Machine
  readonly place: string
}

/** The office with the network still off. */
export const openHost = async (options: OfficeOptions = {}): Promise<HostMachine> => {
  const place = await freePlace()
  const env = { KITH_NETWORK: place }
  const office = await openOffice({ ...options, env })
  return { ...office, place, machine: { userData: office.desktop.userData, folder: office.folder, env } }
}

export interface NewMachine {
  readonly desktop: Desktop
  readonly machine: Machine
}

/** A computer on which Kith is started for the first time. */
export const openNewMachine = async (): Promise<NewMachine> => {
  const env = { KITH_NETWORK: await freePlace() }
  const folder = join(mkdtempSync(join(tmpdir(), 'kith-office-')), 'workspace')
  const desktop = await launch({ env, args: [`--workspace=${folder}`] })
  return { desktop, machine: { userData: desktop.userData, folder, env } }
}

/** The same computer the next morning, unlocked. */
export const startAgain = async ({ userData, folder, env }: Machine, say: Translate): Promise<Desktop> => {
  const desktop = await launch({ userData, env, args: [`--workspace=${folder}`] })
  const password = desktop.page.getByLabel(say('entry.lock.password'), { exact: true })
  await password.fill(PASSWORD)
  await desktop.page.keyboard.press('Enter')
  await password.waitFor({ state: 'detached', ...PATIENCE })
  return desktop
}

/** Switches the network on by its page. */
export const switchOn = async (page: Page, say: Translate, name: string): Promise<void> => {
  await goTo(page, '/settings/network')
  await page.getByRole('textbox', { name: say('network_page.name') }).fill(name)
  await page.getByRole('button', { name: say('network_page.switch_on') }).click()
  await expect(page.getByRole('heading', { name: say('network_page.add') })).toBeVisible()
}

/** Shows a code on the page of computers, and reads it off: `1234 5678`. */
export const showCode = async (page: Page, say: Translate): Promise<string> => {
  await page
    .getByRole('button', { name: say('network_page.code_show') })
    .or(page.getByRole('button', { name: say('network_page.code_again') }))
    .click()
  const groups = page.locator('output span')
  await expect(groups).toHaveCount(2)
  return (await groups.allTextContents()).join(' ')
}

export interface Joining {
  readonly page: Page
  readonly say: Translate
  readonly place: string
  readonly code: string
  /** Of the new computer. */
  readonly name: string
  /** Called at each step, with its name. */
  readonly look?: (step: string) => Promise<void>
  /** Who joins and is new in the office; nobody named: its first person. */
  readonly newcomer?: string
}

/** Lets the new computer in: from the first run to the question who one is. */
export const pairByHand = async ({ page, say, place, code, name, look }: Joining): Promise<void> => {
  await page.getByRole('button', { name: say('entry.begin.join_text') }).click()
  await page.getByLabel(say('joining.address')).fill(place)
  await page.getByRole('textbox', { name: new RegExp(`^${say('joining.code')}`, 'u') }).fill(code)
  await page.getByRole('textbox', { name: new RegExp(`^${say('joining.name')}`, 'u') }).fill(name)
  await look?.('find')
  await page.getByRole('button', { name: say('base.continue') }).click()
  await page.getByRole('button', { name: say('joining.submit') }).waitFor(PATIENCE)
}

/** Says who one is, sets the password, types the recovery key back. */
export const joinByHand = async ({
  page,
  say,
  look,
  newcomer,
}: Pick<Joining, 'page' | 'say' | 'look' | 'newcomer'>): Promise<void> => {
  await page.getByRole('combobox', { name: say('joining.user') }).click()
  if (newcomer === undefined) await page.getByRole('option').first().click()
  else {
    await page.getByRole('option', { name: say('joining.somebody_else') }).click()
    await page.getByLabel(new RegExp(`^${say('entry.create.user_name')}`, 'u')).fill(newcomer)
  }
  await page.getByLabel(new RegExp(`^${say('joining.password')}`, 'u')).fill(PASSWORD)
  await page.getByLabel(new RegExp(`^${say('entry.create.password_again')}`, 'u')).fill(PASSWORD)
  await look?.('who')
  await page.getByRole('button', { name: say('joining.submit') }).click()
  await page.getByRole('heading', { name: say('entry.key.title') }).waitFor(PATIENCE)
  await look?.('key')
  const key = (await page.locator('output span').allTextContents()).join('-')
  await page.getByRole('button', { name: say('entry.key.next') }).click()
  await page.getByLabel(say('entry.confirm.label')).fill(key)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: say('entry.confirm.title') }).waitFor({ state: 'detached', ...PATIENCE })
}

/** Whether the other computers are connected, as the engine says. */
export const isConnected = async (page: Page): Promise<boolean> => {
  const { devices } = await askIn(page)('network.status', {})
  return devices.some((device) => device.isConnected)
}
