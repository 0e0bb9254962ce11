// The whole page: the engine's client, the language and look the user chose, and the screens.
import { useQuery } from '@tanstack/react-query'
import { RouterProvider, type RouterProviderProps } from 'react-router/dom'
import { type Client, ClientProvider, useApi, useShell } from '#renderer/api/api-context.tsx'
import { I18nProvider } from '#renderer/i18n/i18n-context.tsx'
import { UiProvider } from '#renderer/ui/UiProvider.tsx'

interface AppProps {
  readonly client: Client
  readonly router: RouterProviderProps['router']
  readonly now: () => number
  readonly env?: 'default' | 'test'
}

export function App({ client, ...rest }: AppProps) {
  return (
    <ClientProvider client={client}>
      <Preferred {...rest} />
    </ClientProvider>
  )
}

function Preferred({ router, now, env = 'default' }: Omit<AppProps, 'client'>) {
  const preferences = useQuery(useShell().preferences({}))
  const status = useQuery(useApi().workspace.status({}))
  const settings = useQuery({ ...useApi().settings.get({}), enabled: status.data?.state === 'open' })

  if (!preferences.data) return null
  const { language, colorScheme, density } = preferences.data
  const timeZone = settings.data?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  return (
    <I18nProvider language={language} timeZone={timeZone} now={now}>
      <UiProvider colorScheme={colorScheme} density={density} env={env}>
        <RouterProvider router={router} />
      </UiProvider>
    </I18nProvider>
  )
}
