// The form of a watched folder.
import { Button, Checkbox, Group, Input, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useApi, useShell } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { FormModal, RequiredLabel } from '#renderer/ui/FormModal.tsx'
import type { ImportMapping } from '#shared/imports/sources.ts'
import { onDoubt, type FolderState, type WatchedFolder } from '#shared/watched-folders/watched-folder.ts'
import { SPANS, spanText } from './span-text.ts'

interface FolderFormProps {
  /** Null: a new one. */
  readonly folder: FolderState | null
  readonly mappings: readonly ImportMapping[]
  readonly onClose: () => void
}

interface Place {
  /** For the eye. */
  readonly path: string
  /** What the call names it by; null for the one it has. */
  readonly token: string | null
}

const MINUTES = 15

export function FolderForm({ folder, mappings, onClose }: FolderFormProps) {
  const t = useT()
  const { watchedFolders } = useApi()
  const [place, setPlace] = useState<Place | null>(folder && { path: folder.folder, token: null })
  const [mappingId, setMappingId] = useState(folder?.mappingName ? folder.mappingId : (mappings[0]?.id ?? null))
  const [rules, setRules] = useState<Pick<WatchedFolder, 'everyMinutes' | 'onDoubt' | 'isOn'>>({
    ...{ everyMinutes: folder?.everyMinutes ?? MINUTES, onDoubt: folder?.onDoubt ?? 'wait', isOn: folder?.isOn ?? true },
  })
  const [isMissing, setIsMissing] = useState(false)
  const said = () => t('watchedFolders.saved', { folder: place?.path ?? '' })
  const save = useAction(watchedFolders.save(), { said, onDone: onClose, errors: 'caller' })
  const change = useAction(watchedFolders.change(), { said, onDone: onClose, errors: 'caller' })
  const choose = useAction(useShell().chooseFolder(), {
    onDone: (chosen) => chosen && setPlace({ path: chosen.folder, token: chosen.file }),
  })
  const submit = () => {
    setIsMissing(place === null || mappingId === null)
    if (place === null || mappingId === null) return
    const settings = { mappingId, ...rules }
    if (place.token !== null) save.mutate({ id: folder?.id ?? null, folder: place.token, ...settings })
    else if (folder) change.mutate({ id: folder.id, ...settings })
  }

  return (
    <FormModal
      isOpen
      title={t(folder ? 'watchedFolders.edit_title' : 'watchedFolders.add_title')}
      submitLabel={t('watchedFolders.save')}
      onClose={onClose}
      onSubmit={(event) => {
        event?.preventDefault()
        submit()
      }}
      isBusy={save.isPending || change.isPending}
      error={save.error ?? change.error}
    >
      <Input.Wrapper
        label={<RequiredLabel>{t('watchedFolders.folder')}</RequiredLabel>}
        labelElement="div"
        error={isMissing && place === null && t('watchedFolders.choose_first')}
      >
        <Group gap="sm" wrap="nowrap">
          <TextInput flex={1} readOnly aria-label={t('watchedFolders.folder')} value={place?.path ?? ''} />
          <Button data-autofocus variant="default" onClick={() => choose.mutate({})}>
            {t('watchedFolders.choose')}
          </Button>
        </Group>
      </Input.Wrapper>
      <Select
        label={<RequiredLabel>{t('watchedFolders.mapping')}</RequiredLabel>}
        allowDeselect={false}
        data={mappings.map(({ id, name }) => ({ value: id, label: name }))}
        value={mappingId}
        onChange={setMappingId}
        error={isMissing && mappingId === null && t('watchedFolders.mapping_gone')}
      />
      <Select
        label={t('watchedFolders.every')}
        allowDeselect={false}
        data={[...new Set([...SPANS, rules.everyMinutes])].map((minutes) => ({
          value: String(minutes),
          label: spanText(t, minutes),
        }))}
        value={String(rules.everyMinutes)}
        onChange={(minutes) => setRules({ ...rules, everyMinutes: Number(minutes) })}
      />
      <Select
        label={t('watchedFolders.on_doubt')}
        description={t('watchedFolders.on_doubt.hint')}
        allowDeselect={false}
        data={onDoubt.options.map((value) => ({ value, label: t(`watchedFolders.on_doubt.${value}`) }))}
        value={rules.onDoubt}
        onChange={(value) => setRules({ ...rules, onDoubt: onDoubt.parse(value) })}
      />
      <Checkbox
        label={t('watchedFolders.is_on')}
        checked={rules.isOn}
        onChange={({ currentTarget }) => setRules({ ...rules, isOn: currentTarget.checked })}
      />
    </FormModal>
  )
}
