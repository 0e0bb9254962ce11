// The rules about the fields of one kind of record, each said in a sentence.
import { Button, Group, Menu, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { useFields } from '#renderer/records/fields/use-fields.ts'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { MoreMenu } from '#renderer/ui/MoreMenu.tsx'
import { RelatedList, RelatedRow } from '#renderer/ui/RelatedList.tsx'
import type { FieldedType } from '#shared/base/fields.ts'
import type { FieldRule } from '#shared/custom-fields/field-rule.ts'
import classes from './Fields.module.css'
import { RuleForm } from './RuleForm.tsx'
import { useFieldLabels } from './use-field-labels.ts'
import { useRuleWords } from './use-rule-words.ts'

export function RuleList({ entity }: { readonly entity: FieldedType }) {
  const t = useT()
  const api = useApi()
  const { rules, isPending } = useFields(entity)
  const labels = useFieldLabels(entity)
  const words = useRuleWords(labels)
  const [edited, setEdited] = useState<FieldRule | 'new' | null>(null)
  const remove = useAction(api.fieldRules.remove(), { said: () => t('customFields.said.rule_removed') })

  return (
    <Stack gap="md">
      <Group justify="space-between" align="flex-start">
        <Text c="dimmed" maw={560}>
          {t('customFields.rules_help')}
        </Text>
        <Button onClick={() => setEdited('new')}>{t('customFields.rule_new')}</Button>
      </Group>
      <RelatedList
        label={t('customFields.view.rules')}
        empty={!isPending && rules.length === 0 && <EmptyState isSmall text={t('customFields.rules_empty')} />}
      >
        {rules.map((rule) => (
          <RelatedRow
            key={rule.id}
            name={
              <button type="button" className={classes['link']} onClick={() => setEdited(rule)}>
                {rule.name}
              </button>
            }
            facts={[words(rule.config)]}
            action={
              <MoreMenu>
                <Menu.Item onClick={() => setEdited(rule)}>{t('base.edit')}</Menu.Item>
                <Menu.Item color="red" onClick={() => remove.mutate({ id: rule.id })}>
                  {t('customFields.rule_remove')}
                </Menu.Item>
              </MoreMenu>
            }
          />
        ))}
      </RelatedList>
      {edited !== null && (
        <RuleForm entity={entity} rule={edited === 'new' ? null : edited} labels={labels} onClose={() => setEdited(null)} />
      )}
    </Stack>
  )
}
