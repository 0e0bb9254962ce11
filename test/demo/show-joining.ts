// A second computer comes into the office, and the pictures of the help about it.
import type { Page } from '@playwright/test'
import type { HelpPicture } from '#shared/help/help-topic.ts'
import { askIn } from '../e2e/support/office.ts'
import {
  type HostMachine,
  isConnected,
  joinByHand,
  openNewMachine,
  pairByHand,
  showCode,
  switchOn,
} from '../e2e/support/two-machines.ts'

const CALM_MS = 3000

export const showJoining = async (
  office: HostMachine,
  picture: (page: Page, name: HelpPicture) => Promise<void>,
): Promise<void> => {
  const { page, say, language, place } = office
  const [here, there] = language === 'en' ? ['Front desk', 'Back office'] : ['前台', '财务室']
  const guest = await openNewMachine()
  const joining = guest.desktop.page
  try {
    await askIn(joining)('shell.setPreferences', { language, colorScheme: 'light' })
    await switchOn(page, say, here)
    const code = await showCode(page, say)
    const look = async (): Promise<void> => picture(joining, 'join')
    await pairByHand({ page: joining, say, place, code, name: there, look })
    await joinByHand({ page: joining, say })
    while (!(await isConnected(page)) || (await office.ask('network.status', {})).state !== 'quiet')
      await page.waitForTimeout(200)
    await showCode(page, say)
    // The sentence about an exchange stays for a moment after its end.
    await page.waitForTimeout(CALM_MS)
    await page
      .getByRole('heading', { name: say('network_page.computers'), exact: true })
      .evaluate((heading) => heading.scrollIntoView())
    await picture(page, 'computers')
  } finally {
    await guest.desktop.close()
  }
}
