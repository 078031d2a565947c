// Finds the columns of a table by their names, in the languages of Partner Center, or else by their values.

import { checkField } from "partner-center-rules";

import { knownStatus } from "./known-values";

/** The fields that a column can contain. */
export const COLUMN_FIELDS = ["name", "id", "status", "qualification", "vettingStatus"] as const;
export type ColumnField = (typeof COLUMN_FIELDS)[number];

/** The index of the column of each field; absent for a field without a column. */
export type Columns = { readonly [field in ColumnField]?: number };

// Names without spaces, hyphens, dots and accents: the best first. Those of Partner Center's export of customers, of its
// API and PowerShell module, and of this portal, in English, German, Spanish, French, Japanese and Portuguese.
const NAMES: { readonly [field in ColumnField]: readonly string[] } = {
  name: [
    ..."companyname firmenname unternehmensname nombredelaempresa nombredelacompania nomdelasociete nomdelentreprise 会社名 nomedaempresa".split(" "),
    ..."customername kundenname nombredelcliente nomduclient 顧客名 nomedocliente".split(" "),
    ..."customer kunde cliente client 顧客 company firma empresa societe name nombre nom 名前 nome".split(" "),
    ..."displayname organizationname organization".split(" "),
    ..."primarydomainname primarerdomanenname nombrededominioprincipal nomdedomaineprincipal フライマリトメイン名 nomededominioprimario nomededominioprincipal".split(" "),
    ..."primarydomain primaredomane defaultdomainname domainname domain domane dominio domaine トメイン".split(" "),
  ],
  id: [
    ..."microsoftid idmicrosoft iddemicrosoft idientifiantmicrosoft identifiantmicrosoft idendemicrosoft iddamicrosoft identificadordemicrosoft".split(" "),
    ..."customerid customertenantid kundenid idcliente iddelcliente idclient idduclient 顧客id idcliente iddocliente".split(" "),
    ..."tenantid mandantenid iddeinquilino iddelocataire idlocataire テナントid iddolocatario azureadid directoryid id".split(" "),
  ],
  status: [
    ..."accountstatus kontostatus kontenstatus estadodelacuenta estadodecuenta etatducompte statutducompte アカウントの状態 アカウント状態 アカウントステータス statusdaconta statusconta".split(" "),
    ..."accountvalidationstatus validationstatus validierungsstatus estadodevalidacion etatdevalidation statutdevalidation 検証の状態 検証状態 statusdevalidacao status estado estatus etat statut 状態 ステータス situacao zustand".split(" "),
  ],
  qualification: [
    ..."qualification qualifications qualifikation qualifikationen calificacion calificaciones 資格 認定 qualificacao qualificacoes customerqualification".split(" "),
  ],
  vettingStatus: [
    ..."vettingstatus uberprufungsstatus prufstatus prufungsstatus estadodelaverificacion estadodelarevision etatdelaverification statutdelaverification 審査状態 審査の状態 審査ステータス statusdaverificacao statusdaanalise".split(" "),
  ],
};

/** Returns a name without what people write in different ways: case, spaces, hyphens, dots, accents, full-width forms. */
export function plainName(name: string): string {
  return name
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "");
}

/** Returns a cell without white space around it, and without the formula that keeps spreadsheets from changing its text. */
export const textOfCell = (cell: string) => cell.trim().replace(/^="(.*)"$/, "$1");

/** Finds columns by the names in a header. Two columns of the same name are ignored. */
export function columnsByName(header: readonly string[]): Columns {
  const names = header.map(plainName);
  const found: [ColumnField, number][] = [];
  for (const field of COLUMN_FIELDS) {
    const name = NAMES[field].find((known) => names.includes(plainName(known)));
    if (name === undefined) continue;
    const index = names.indexOf(plainName(name));
    if (names.lastIndexOf(plainName(name)) === index) found.push([field, index]);
  }
  return Object.fromEntries(found);
}

/** Finds the account status and id by the cells of the first rows if the header does not name them. */
export function columnsByContent(columns: Columns, rows: readonly (readonly string[])[]): Columns {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const taken = new Set(Object.values(columns));
  const fitting = (fits: (cell: string) => boolean) => {
    const indexes = Array.from({ length: width }, (_, index) => index).filter((index) => {
      const cells = rows.map((row) => textOfCell(row[index] ?? "")).filter((cell) => cell !== "");
      return !taken.has(index) && cells.length > 0 && cells.every(fits);
    });
    return indexes.length === 1 ? indexes[0] : undefined;
  };
  const status = columns.status ?? fitting((cell) => knownStatus(cell) !== undefined);
  const id = columns.id ?? fitting((cell) => /[\da-f]{12}/i.test(cell) && checkField("customerId", cell).value !== undefined);
  return { ...columns, ...(status !== undefined && { status }), ...(id !== undefined && { id }) };
}

/** Returns a score for the columns of a header. Nothing can be decided without the account status. */
export function columnsScore(columns: Columns): number {
  return Object.keys(columns).length + (columns.status === undefined ? 0 : COLUMN_FIELDS.length);
}
