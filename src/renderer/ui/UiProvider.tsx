// The look of everything below it: Mantine's theme, the colour scheme, the density and the language of the page itself.
import '@mantine/core/styles.layer.css'
import '@mantine/dates/styles.layer.css'
import 'dayjs/locale/zh-cn'
import './fonts.css'
import './theme.css'
import './tints.css'
import { MantineProvider } from '@mantine/core'
import { DatesProvider } from '@mantine/dates'
import { type ReactNode, useLayoutEffect } from 'react'
import { useLanguage } from '#renderer/i18n/i18n-context.tsx'
import type { Preferences } from '#shared/shell/shell.contract.ts'
import { type Density, DensityContext } from './density.tsx'
import { ShortcutsProvider } from './Shortcuts.tsx'
import { theme } from './theme.ts'

interface UiProviderProps {
  readonly colorScheme: Preferences['colorScheme']
  readonly density: Density
  /** `test`: without portals' transitions and animation. */
  readonly env?: 'default' | 'test'
  readonly children: ReactNode
}

export function UiProvider({ colorScheme, density, env = 'default', children }: UiProviderProps) {
  const language = useLanguage()

  useLayoutEffect(() => {
    document.documentElement.lang = language
    document.documentElement.dataset['density'] = density
  }, [language, density])

  return (
    <MantineProvider
      theme={theme}
      env={env}
      defaultColorScheme="auto"
      {...(colorScheme === 'system' ? {} : { forceColorScheme: colorScheme })}
    >
      <DatesProvider settings={{ locale: language === 'zh-CN' ? 'zh-cn' : 'en', firstDayOfWeek: 1, weekendDays: [] }}>
        <DensityContext value={density}>
          <ShortcutsProvider>{children}</ShortcutsProvider>
        </DensityContext>
      </DatesProvider>
    </MantineProvider>
  )
}
