// What a piece of a pasted text looks like: a company, a role, a person, an address, or a polite phrase that says nothing.

const COMPANY =
  /(?:公司|集团|工作室|事务所|研究院|研究所|委员会|银行|大学|学院|医院|协会|商行|商店|工厂|(?<!石家|村)厂|中心|超市)(?:\p{Script=Han}{0,8}(?:部|处|分公司|支行|分行))?$|\b(?:gmbh(?: & co\.? kg)?|ag|kg|ohg|e\.\s?v\.|ltd\.?|limited|inc\.?|llc|llp|plc|corp(?:oration)?\.?|co\.,?\s?ltd\.?|company|group|holding|s\.?a\.?(?:r\.?l\.?)?|s\.?r\.?l\.?|b\.?v\.?|n\.?v\.?|oy|ab|a\/s|pty)\s*$/iu
const TITLE =
  /(?:总监|经理|总裁|董事长?|主任|主管|部长|处长|科长|工程师|代表|助理|顾问|专员|会计|出纳|秘书|总工|厂长|店长|院长|教授|老板|负责人|合伙人|创始人|采购|销售|总助|律师|医生)(?:兼\p{Script=Han}{2,8})?$|\b(?:head|director|manager|engineer|officer|president|vice president|vp|ceo|cto|cfo|coo|cmo|founder|co-founder|partner|consultant|assistant|representative|executive|sales|specialist|analyst|lead|buyer|secretary|accountant|developer|designer|lawyer|attorney|leiter(?:in)?|geschäftsführer(?:in)?|vertrieb|einkauf|professor)\b/iu
const POLITE =
  /^(?:(?:best|kind|warm|with)?\s*(?:kind\s*)?regards|best wishes|best|cheers|thanks?(?: you)?|many thanks|sincerely(?: yours)?|yours (?:sincerely|faithfully|truly)|mit freundlichen gr(?:ü|ue)(?:ß|ss)en|viele grüße|此致|敬礼|谢谢|顺祝商祺|顺颂商祺|祝商祺|祝好|敬上|发件人|from my iphone|sent from my .*|[-_=*~–—]{2,})[,，.!。!]*$/iu

const SURNAMES =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫房解应宗丁宣邓郁单杭洪包诸左石崔吉龚程邢裴陆荣翁荀甄曲封储靳段焦巴牧侯宓蓬全班仰秋仲伊宫宁仇栾甘厉祖武符刘景詹束龙叶幸司黎溥印怀蒲从索赖卓屠池乔阴胥苍双闻莘党翟谭贡劳申扶堵冉宰雍桑桂牛寿通边扈燕冀尚农温庄晏柴瞿阎慕连茹习艾鱼容向古易廖庾终居衡步都耿满弘匡国文寇广东欧沃利蔚越隆师巩聂晁勾敖融冷辛简饶空曾沙养鞠须丰关相查后荆红游竺权盖肖岳涂覃仝佟逄苟商牟佘'
const HONORIFIC = /(?:先生|女士|小姐|太太|老师|师傅|博士|教授|经理|总|工)$/u
const FOR = /\s*(?:收|亲收|亲启|敬上)$/u
const HAN_NAME = /^\p{Script=Han}{1,4}(?:·\p{Script=Han}{1,6})?$/u
const MIXED_NAME = /^\p{Script=Han}{1,2}[\p{L}*]{1,3}$/u
const PLACE_END = /[省市区县镇乡村路街道巷弄号楼栋幢室座园厦店库部院]$/u
const LATIN_NAME =
  /^(?:(?:dr|prof|mr|mrs|ms|herr|frau)\.?\s+)*\p{Lu}[\p{L}.'’-]*(?:\s+(?:von|van|de|der|den|la|di|da|\p{Lu}[\p{L}.'’-]*)){1,4}$/u
const STREET_WORDS =
  /(?:街道?|[路巷弄](?!由)|大道|小区|\d+\s*[号楼栋幢室弄座层]|单元|广场|大厦|园区|[镇乡村](?!\p{Script=Han}?(?:公司|银行)))/u
const LATIN_STREET =
  /(?:\b(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|boulevard|blvd|square|court|way|place|suite|floor|rue|via|calle)\b\.?|\p{L}(?:straße|strasse|str\.|weg|platz|allee|gasse|ring|damm|ufer)\b)/iu

export const isPolite = (text: string): boolean => POLITE.test(text)
export const isTitle = (text: string): boolean => text.length <= 60 && TITLE.test(text) && !/\d{3}/u.test(text)
/** A house number makes it the address of the company. */
export const isCompany = (text: string): boolean =>
  text.length >= 4 && text.length <= 100 && COMPANY.test(text) && !/\d+\s*(?:号|楼|室|栋|弄)/u.test(text)
export const isChineseStreet = (text: string): boolean => STREET_WORDS.test(text)
export const isLatinStreet = (text: string): boolean => /\d/u.test(text) && LATIN_STREET.test(text)

/** `唐娜明收` is 唐娜明. */
export const asName = (text: string): string => {
  const bare = text.replace(FOR, '')
  return bare.length >= 2 ? bare : text
}

/** How much a piece looks like a person's name; 0: not at all. */
export const nameScore = (piece: string): number => {
  const text = asName(piece)
  if (isCompany(text) || isPolite(text)) return 0
  if (LATIN_NAME.test(text)) return isTitle(text) ? 0 : 3
  if (MIXED_NAME.test(text)) return 2
  const bare = text.replace(HONORIFIC, '')
  if (bare !== text && /^\p{Script=Han}{1,3}$/u.test(bare)) return isTitle(text) && bare.length > 2 ? 0 : 4
  if (HAN_NAME.test(text)) return PLACE_END.test(text) || isTitle(text) ? 0 : SURNAMES.includes(text.charAt(0)) ? 3 : 1
  return /^\p{L}[\p{L}\p{M}'-]{1,30}$/u.test(text) && !isTitle(text) ? 1 : 0
}
