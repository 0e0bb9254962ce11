// The first run: the language, and how to begin: with a new workspace, in the office of a colleague, or with a folder that is here already.
import { Button, Group, Input, Radio, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi, useShell } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useLanguage, useT } from '#renderer/i18n/i18n-context.tsx'
import { ChoiceCard } from '#renderer/ui/ChoiceCards.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { EntryFrame } from './EntryFrame.tsx'
import { JoinOffice } from './JoinOffice.tsx'
import { NewWorkspaceForm } from './NewWorkspaceForm.tsx'
import type { MadeWorkspace } from './RecoveryKeyPages.tsx'
import { useOpenFolder } from './use-open-folder.ts'

interface FirstRunProps {
  /** The key is shown by the page that takes over, which also asks for it back. */
  readonly onMade: (made: MadeWorkspace) => void
  /** The folder of the workspace that stood here before, to go back to; null: there was none. */
  readonly last: string | null
}

export function FirstRun({ onMade, last }: FirstRunProps) {
  const t = useT()
  const [way, setWay] = useState<'create' | 'join' | null>(null)
  const preferences = useQuery(useShell().preferences({}))
  const setPreferences = useAction(useShell().setPreferences())
  const language = useLanguage()
  const openFolder = useOpenFolder()
  const choose = useAction(useApi().workspace.choose(), { errors: 'caller' })
  const goBack = () => setWay(null)

  if (way === 'create') return <NewWorkspaceForm onMade={onMade} onBack={goBack} />
  if (way === 'join') return <JoinOffice onMade={onMade} onBack={goBack} />
  return (
    <EntryFrame title={t('entry.language.title')} text={t('entry.language.text')}>
      <Radio.Group
        mt="lg"
        label={t('entry.language.label')}
        value={preferences.data?.language ?? language}
        onChange={(chosen) => setPreferences.mutate({ language: chosen })}
      >
        <Group gap="xl" mt="xs">
          <Radio value="zh-CN" label={t('entry.language.name.zh')} />
          <Radio value="en" label={t('entry.language.name.en')} />
        </Group>
      </Radio.Group>
      <Input.Wrapper label={t('entry.begin.label')} labelElement="div" mt="lg">
        <Stack gap="sm" mt="xs">
          <ChoiceCard title={t('entry.begin.create')} text={t('entry.begin.create_text')} onChoose={() => setWay('create')} />
          <ChoiceCard title={t('entry.begin.join')} text={t('entry.begin.join_text')} onChoose={() => setWay('join')} />
          <ChoiceCard
            title={t('entry.begin.open')}
            text={t('entry.begin.open_text')}
            isBusy={openFolder.isPending}
            onChoose={openFolder.open}
          />
          {openFolder.error !== null && <ErrorNote error={openFolder.error} />}
        </Stack>
      </Input.Wrapper>
      {last !== null && (
        <Stack mt="lg">
          {choose.isError && <ErrorNote error={choose.error} />}
          <Group>
            <Button variant="default" onClick={() => choose.mutate({ folder: last })}>
              {t('base.back')}
            </Button>
          </Group>
        </Stack>
      )}
    </EntryFrame>
  )
}
