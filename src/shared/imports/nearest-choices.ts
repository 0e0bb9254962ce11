// Words of a file that Kith has no value for, and the value that comes nearest: proposed where everyone sees it, not taken in silence.
import { choiceOfWord } from './choice-words.ts'
import { foldHeading } from './fold-heading.ts'
import type { InspectedColumn } from './inspection.ts'
import type { ColumnPlan } from './plan.ts'

/** `null`: the word says nothing that the field could hold. */
type Nearest = readonly (readonly [words: RegExp, value: string | null])[]

/** The first that fits. What was written to somebody and is no mail is a note. */
const NEAREST: Readonly<Record<string, Nearest>> = {
  'activity.kind': [
    [/e-?mail|邮件|邮箱/u, 'email'],
    [/待办|任务|todo|task/u, 'task'],
    [/拜访|上门|走访|面谈|见面|会面|面访|到访|来访|会议|参会|展会|沙龙|宴请|饭局|活动|培训|演示|视频会/u, 'meeting'],
    [/visit|meet|onsite|inperson|facetoface|lunch|dinner|exhibition|fair|conference|webinar|workshop|demo/u, 'meeting'],
    [/电话|通话|去电|来电|语音|外呼|呼叫|call|phone|voip/u, 'call'],
    [/微信|企微|短信|彩信|钉钉|飞书|私信|留言|在线|聊天|社群|朋友圈|抖音|小红书|微博|传真|信函|快递|^qq/u, 'note'],
    [
      /wechat|weixin|sms|text|message|whatsapp|telegram|dingtalk|feishu|lark|slack|teams|linkedin|chat|social|fax|letter|post/u,
      'note',
    ],
  ],
  'deal.status': [
    // The stage beside it tells how.
    [/^(?:closed|close|已?关闭|已?结束|结案)$/u, null],
    [/^未|尚未|^not|^un/u, 'open'],
    [/赢|成交|won|win/u, 'won'],
    [/输|丢|流失|失败|放弃|作废|无效|lost|lose|abandon|cancel|declin|reject/u, 'lost'],
    [/中$|进行|跟进|暂停|搁置|待|新|open|progress|active|pending|hold|ongoing|new/u, 'open'],
  ],
}

/** Where the words go that the field does not know by itself; those that come near nothing are left for the user to decide. */
export const nearestChoices = (entity: string, field: string, values: InspectedColumn['values']): ColumnPlan['choices'] => {
  const near = NEAREST[`${entity}.${field}`]
  if (!near) return []
  return values.flatMap(({ value }) => {
    const word = foldHeading(value)
    if (word === '' || value.length > 200 || choiceOfWord(entity, field, value) !== undefined) return []
    const to = near.find(([words]) => words.test(word))?.[1]
    return to === undefined ? [] : [{ from: value, to }]
  })
}
