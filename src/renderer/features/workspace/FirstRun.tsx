// The first run: language, the workspace with its folder and password, then the recovery key.
import { Button, Group, Radio, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useShell } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useLanguage, useT } from '#renderer/i18n/i18n-context.tsx'
import { EntryFrame } from './EntryFrame.tsx'
import { NewWorkspaceForm } from './NewWorkspaceForm.tsx'

interface FirstRunProps {
  /** The key is shown by the page that takes over, which also asks for it back. */
  readonly onCreated: (made: { readonly recoveryKey: string; readonly workspaceName: string }) => void
}

export function FirstRun({ onCreated }: FirstRunProps) {
  const t = useT()
  const [isLanguageChosen, setIsLanguageChosen] = useState(false)
  const preferences = useQuery(useShell().preferences({}))
  const setPreferences = useAction(useShell().setPreferences())
  const language = useLanguage()

  if (isLanguageChosen) return <NewWorkspaceForm onCreated={onCreated} onBack={() => setIsLanguageChosen(false)} />
  return (
    <EntryFrame title={t('entry.language.title')} text={t('entry.language.text')} step={t('entry.step', { step: 1, steps: 4 })}>
      <Radio.Group
        mt="xl"
        label={t('entry.language.label')}
        value={preferences.data?.language ?? language}
        onChange={(chosen) => setPreferences.mutate({ language: chosen })}
      >
        <Stack gap="sm" mt="sm">
          <Radio value="zh-CN" label={t('entry.language.name.zh')} />
          <Radio value="en" label={t('entry.language.name.en')} />
        </Stack>
      </Radio.Group>
      <Group justify="flex-end" mt="xl">
        <Button onClick={() => setIsLanguageChosen(true)}>{t('base.continue')}</Button>
      </Group>
    </EntryFrame>
  )
}
