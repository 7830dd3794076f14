/** Title, the rule with its place in the standard, how the app copes, and false where no charger is to blame. */
export type Row = readonly [title: string, rule: string, coped: string, quirk?: false]
