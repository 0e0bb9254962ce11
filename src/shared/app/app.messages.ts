// The frame around the screens: the rail, the search over everything, and the keys that go somewhere.
import { catalogue } from '#shared/base/messages.ts'

export const appMessages = catalogue(
  {
    'app.nav.label': 'Main navigation',
  },
  {
    'app.nav.label': '主导航',
  },
)
