// Every rule behind the decisions, with its sources in Microsoft's documentation.

import { Field, Link, makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import { OUTCOMES, RULES, RULES_VERSION, type Rule, SOURCES, type Source } from "partner-center-rules";
import { useIntl } from "react-intl";
import { useParams, useSearchParams } from "react-router";

import { BackLink } from "../components/back-link";
import { Choice } from "../components/choice";
import { EmptyState } from "../components/empty-state";
import { Facts } from "../components/facts";
import { OutcomeBadge } from "../components/outcome-badge";
import { Page } from "../components/page";
import { SearchInput } from "../components/search-input";
import { Section } from "../components/section";
import { Sentence } from "../components/sentence";
import { TextLink } from "../components/text-link";
import { Verbatim } from "../components/verbatim";
import { messageIn, useLabel } from "../data/labels";
import { useLocale } from "../i18n/locale-provider";
import { useText } from "../i18n/use-text";

const useStyles = makeStyles({
  filters: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalL },
  search: { flex: "1 1 240px", maxWidth: "420px" },
  searchBox: { maxWidth: "none" },
  list: { listStyleType: "none", margin: 0, padding: 0 },
  rule: {
    display: "grid",
    gridTemplateColumns: "72px minmax(0, 1fr) 160px",
    columnGap: tokens.spacingHorizontalL,
    paddingBlock: tokens.spacingVerticalM,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    ":first-child": { borderTop: "none" },
    justifyItems: "start",
    "@media (max-width: 640px)": { gridTemplateColumns: "1fr", rowGap: tokens.spacingVerticalS },
  },
  sources: { ...typographyStyles.caption1, margin: `${tokens.spacingVerticalXS} 0 0`, color: tokens.colorNeutralForeground3 },
  source: { marginBottom: tokens.spacingVerticalS },
  count: { margin: 0, color: tokens.colorNeutralForeground2 },
});

export function Component() {
  const { rule: id } = useParams();
  return id === undefined ? <AllRules /> : <OneRule key={id} id={id} />;
}

function AllRules() {
  const styles = useStyles();
  const text = useText();
  const label = useLabel();
  const { messages } = useLocale();
  const { formatDate } = useIntl();
  const [params, setParams] = useSearchParams();
  const search = params.get("search") ?? "";
  const outcome = OUTCOMES.find((value) => value === params.get("outcome"));
  const words = search.toLowerCase().split(/\s+/);
  const shown = RULES.filter((rule) => {
    const searched = `${rule.id} ${rule.statement} ${messageIn(messages, rule)} ${rule.code} ${rule.source.map(({ tag }) => tag).join(" ")}`.toLowerCase();
    return (!outcome || rule.outcome === outcome) && words.every((word) => searched.includes(word));
  });
  function change(name: "search" | "outcome", value: string) {
    // The parameters of the last render may be older.
    const current = new URLSearchParams(window.location.search);
    current.delete(name);
    if (value) current.set(name, value);
    setParams(current, { replace: true });
  }
  const date = formatDate(RULES_VERSION, { dateStyle: "long", timeZone: "UTC" });
  return (
    <Page title={text("rules.title")} lead={text("rules.lead", { date })}>
      <search className={styles.filters}>
        <Field className={styles.search} label={text("rules.search")}>
          <SearchInput className={styles.searchBox} value={search} onChange={(value) => change("search", value)} />
        </Field>
        <Choice
          label={text("customers.outcome")}
          value={outcome ?? ""}
          options={[["", text("rules.allOutcomes")], ...OUTCOMES.map((value) => [value, label("outcome", value)] as const)]}
          onChange={(value) => change("outcome", value)}
        />
      </search>
      <p className={styles.count} role="status">
        {text("rules.count", { shown: shown.length, count: RULES.length })}
      </p>
      {shown.length > 0 && (
        <Section title={text("rules.all")}>
          <ul className={styles.list}>
            {shown.map((rule) => (
              <RuleRow key={rule.id} rule={rule} />
            ))}
          </ul>
        </Section>
      )}
      <Section title={text("rules.sources")}>
        <ul className={styles.list}>
          {Object.values<Source>(SOURCES).map((source) => (
            <li key={source.tag} className={styles.source}>
              {source.tag} · <SourceLink source={source} />
            </li>
          ))}
        </ul>
      </Section>
    </Page>
  );
}

// The package has the statements of its rules in English only, and their messages in every language.
function RuleRow({ rule }: { rule: Rule }) {
  const styles = useStyles();
  const { locale, messages } = useLocale();
  return (
    <li className={styles.rule}>
      <TextLink to={`/rules/${rule.id}`}>{rule.id}</TextLink>
      <div>
        <Sentence>{locale === "en" ? rule.statement : messageIn(messages, rule)}</Sentence>
        <p className={styles.sources}>
          <Basis rule={rule} />
        </p>
      </div>
      <OutcomeBadge outcome={rule.outcome} />
    </li>
  );
}

function Basis({ rule: { basis, source } }: { rule: Rule }) {
  const label = useLabel();
  return (
    <>
      {label("basis", basis)}
      {source.map(({ tag }) => ` · ${tag}`)}
    </>
  );
}

function OneRule({ id }: { id: string }) {
  const styles = useStyles();
  const text = useText();
  const { messages } = useLocale();
  const rule = RULES.find((rule) => rule.id.toLowerCase() === id.toLowerCase());
  const back = <BackLink to="/rules">{text("rules.title")}</BackLink>;
  if (!rule) {
    return (
      <Page title={text("rules.notFound")} back={back}>
        <EmptyState title={text("rules.notFound")}>
          <p>
            {text("rules.noRule")} <Verbatim>{id}</Verbatim>
          </p>
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page title={text("reasons.rule", { rule: rule.id })} lead={<Sentence>{messageIn(messages, rule)}</Sentence>} back={back}>
      <Section title={text("rules.decides")}>
        <Facts>
          {[
            [text("customers.outcome"), <OutcomeBadge key="outcome" outcome={rule.outcome} />],
            [text("rules.statement"), <span key="statement" lang="en"><Sentence>{rule.statement}</Sentence></span>],
            [text("rules.basis"), <Basis key="basis" rule={rule} />],
          ]}
        </Facts>
      </Section>
      <Section title={text("rules.sources")}>
        {rule.source.length === 0 ? (
          text("rules.noSource")
        ) : (
          <ul className={styles.list}>
            {rule.source.map((source) => (
              <li key={source.tag} className={styles.source}>
                <SourceLink source={source} />
              </li>
            ))}
          </ul>
        )}
      </Section>
    </Page>
  );
}

function SourceLink({ source: { url, title, date } }: { source: Source }) {
  const { formatDate } = useIntl();
  // A day, a month or a year.
  const [, month, day] = date.split("-");
  const precision = day ? { dateStyle: "medium" as const } : { year: "numeric" as const, ...(month && { month: "long" as const }) };
  return (
    <>
      <Link inline href={url} target="_blank" rel="noreferrer" lang="en">
        {title}
      </Link>
      {date !== "undated" && ` (${formatDate(date, { ...precision, timeZone: "UTC" })})`}
    </>
  );
}
