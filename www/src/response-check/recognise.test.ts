import { expect, test } from "vitest";

import { recogniseResponse } from "./recognise";

const STATUS = '{"type":"account","status":"UnderReview"}';
const REFUSED = '{"code":800073,"description":"The customer\'s account is under review."}';
const NOT_FOUND = '{"code":600074,"errorName":"AccountStatusNotFound"}';

const CASES: Record<string, readonly [pasted: string, httpStatus: number | undefined, body: string, assumptions: readonly string[], retryAfter?: string]> = {
  "a body alone": [STATUS, 200, STATUS, ["statusAssumed"]],
  "a byte order mark and white space": [`\ufeff \n${STATUS}\n`, 200, STATUS, ["statusAssumed"]],
  "a code block": [`\`\`\`json\n${STATUS}\n\`\`\``, 200, STATUS, ["statusAssumed"]],
  "an error alone, known as a refusal of a purchase": [REFUSED, 403, REFUSED, ["statusFromError"]],
  "an error alone, known as no account status": [NOT_FOUND, 404, NOT_FOUND, ["statusFromError"]],
  "an error alone that nobody knows": ['{"code":1}', 200, '{"code":1}', ["statusAssumed"]],
  "a qualification alone": ['"governmentcommunitycloud"', 200, '"governmentcommunitycloud"', ["statusAssumed"]],
  "an error that names its HTTP status": ['{"statusCode":429,"message":"Rate limit"}', 429, '{"statusCode":429,"message":"Rate limit"}', []],
  "curl -i": [`HTTP/1.1 403 Forbidden\r\nContent-Type: application/json\r\nMS-RequestId: x\r\n\r\n${REFUSED}\r\n`, 403, REFUSED, []],
  "curl -i over HTTP/2": [`HTTP/2 404 \ncontent-type: application/json\n\n${NOT_FOUND}`, 404, NOT_FOUND, []],
  "curl -i behind a command": [`$ curl -i https://api.example\nHTTP/2 200\ndate: x\n\n${STATUS}`, 200, STATUS, []],
  "curl -i without the empty line": [`HTTP/1.1 200 OK\nDate: x\n${STATUS}`, 200, STATUS, []],
  "curl -i with several responses": [
    `HTTP/1.1 200 Connection established\n\nHTTP/1.1 100 Continue\n\nHTTP/1.1 302 Found\nLocation: x\n\nHTTP/1.1 404 Not Found\nA: b\n\n${NOT_FOUND}`,
    404,
    NOT_FOUND,
    ["lastResponse"],
  ],
  "curl -i without a body": ["HTTP/1.1 429 Too Many Requests\nRetry-After: 5\n\n", 429, "", [], "5"],
  "curl -v": [
    `* Connected\n> GET /v1 HTTP/1.1\n> Host: x\n>\n< HTTP/1.1 200 OK\n< Content-Type: application/json\n<\n{ [41 bytes data]\n${STATUS}\n* Connection #0 left intact`,
    200,
    STATUS,
    [],
  ],
  "curl -v whose last line is behind the body": [`< HTTP/2 403\n< content-type: application/json\n<\n${REFUSED}* Connection #0 to host x left intact`, 403, REFUSED, ["textLeftOut"]],
  "a prompt behind the body": [`HTTP/1.1 404 Not Found\n\n${NOT_FOUND}user@host:~$ `, 404, NOT_FOUND, ["textLeftOut"]],
  "a body and its status behind it": [`${REFUSED}\nStatus: 429 Too Many Requests`, 429, REFUSED, ["textLeftOut"]],
  "a command of curl and a body": [`curl 'https://api.example' \\\n  -H 'accept: */*' \\\n  --data-raw '{"qualification":"Education"}'\n\n${REFUSED}`, 403, REFUSED, ["statusFromError"]],
  "the headers of a browser over HTTP/2": [`:status: 404\nretry-after: 7\n\n{"code":1}`, 404, '{"code":1}', ["textLeftOut"], "7"],
  "a quoted mail": ['> {\n>   "status": "Allowed"\n> }', 200, '{\n  "status": "Allowed"\n}', ["statusAssumed"]],
  "a pretty body behind headers": ['HTTP/1.1 200 OK\n\n{\n  "status": "Allowed"\n}', 200, '{\n  "status": "Allowed"\n}', []],
  "an HTTP status that is none": [`HTTP/1.1 65736 OK\n\n${STATUS}`, undefined, STATUS, ["statusInvalid"]],
  "curl -w": [`${NOT_FOUND}\n404`, 404, NOT_FOUND, []],
  "the panel of a browser": [`Request URL: https://api.example/v1\nRequest Method: GET\nStatus Code: 403 Forbidden\nRemote Address: 1.2.3.4:443\n\n${REFUSED}`, 403, REFUSED, ["textLeftOut"]],
  "the panel of a browser, a line each": [`Request URL\nhttps://api.example\nStatus Code\n404 Not Found\n${NOT_FOUND}`, 404, NOT_FOUND, ["textLeftOut"]],
  "the panel of a browser in German": [`Statuscode: 403 Forbidden\n${REFUSED}`, 403, REFUSED, ["textLeftOut"]],
  "only a number": ["Status Code: 503 Service Unavailable", 503, "", ["statusFromText"]],
  "the console of a browser": ["GET https://api.example/v1/customers 429 (Too Many Requests)", 429, "", ["statusFromText"]],
  "an entry of a HAR archive": [JSON.stringify({ request: {}, response: { status: 403, content: { text: REFUSED } } }), 403, REFUSED, []],
  "a HAR archive": [
    JSON.stringify({ log: { entries: [{ response: { status: 200, content: {} } }, { response: { status: 404, content: { text: btoa(NOT_FOUND), encoding: "base64" } } }] } }),
    404,
    NOT_FOUND,
    ["lastResponse"],
  ],
  "a HAR entry without a body": [JSON.stringify({ response: { status: 204, content: { size: 0 } } }), 204, '{"size":0}', []],
  "a response of axios": [JSON.stringify({ status: 403, statusText: "Forbidden", headers: {}, data: JSON.parse(REFUSED) }), 403, REFUSED, []],
  "Windows PowerShell": [`Invoke-RestMethod : The remote server returned an error: (403) Forbidden.\nAt line:1 char:1\n+ Invoke-RestMethod -Uri $uri\n${REFUSED}`, 403, REFUSED, ["textLeftOut"]],
  "PowerShell 7": [`Invoke-RestMethod: Response status code does not indicate success: 404 (Not Found).\n${NOT_FOUND}`, 404, NOT_FOUND, ["textLeftOut"]],
  "PowerShell's error with the body alone": [`Invoke-RestMethod : ${REFUSED}\nAt line:1 char:1`, 403, REFUSED, ["statusFromError", "textLeftOut"]],
  "PowerShell's list": ["\ntype               : account\nstatus             : Allowed\nother              :\n", 200, '{"type":"account","status":"Allowed","other":""}', ["statusAssumed", "literalRead"]],
  "a line of it": ["Status: Allowed", 200, '{"Status":"Allowed"}', ["statusAssumed", "literalRead"]],
  "Invoke-WebRequest": [`StatusCode        : 200\nStatusDescription : OK\nContent           : ${STATUS}\nHeaders           : {[Date, x]}`, 200, STATUS, ["textLeftOut"]],
  "PowerShell's list with a date": ["status             : Allowed\nlastUpdateDateTime : 7/14/2021 6:02:00 PM", 200, '{"status":"Allowed","lastUpdateDateTime":"7/14/2021 6:02:00 PM"}', ["statusAssumed", "literalRead"]],
  "PowerShell's list of two": [
    "qualification : Education\nvettingStatus : InReview\n\nqualification : Nonprofit\n",
    200,
    '[{"qualification":"Education","vettingStatus":"InReview"},{"qualification":"Nonprofit"}]',
    ["statusAssumed", "literalRead"],
  ],
  "PowerShell's list of an error": ["code        : 600074\ndescription : Not found", 404, '{"code":"600074","description":"Not found"}', ["statusFromError", "literalRead"]],
  "PowerShell's object in a text": ["@{type=account; status=Not Ready; other=}", 200, '{"type":"account","status":"Not Ready","other":""}', ["statusAssumed", "literalRead"]],
  "PowerShell's table": [
    "PS C:\\> Invoke-RestMethod $uri\n\ntype    status      lastUpdateDateTime\n----    ------      ------------------\naccount UnderReview 7/14/2021 6:02 PM\n\n",
    200,
    '{"type":"account","status":"UnderReview","lastUpdateDateTime":"7/14/2021 6:02 PM"}',
    ["statusAssumed", "literalRead"],
  ],
  "PowerShell's table of two, with numbers": [
    "qualification  n vettingStatus\n-------------  - -------------\nEducation     12 InReview\nNone           3",
    200,
    '[{"qualification":"Education","n":"12","vettingStatus":"InReview"},{"qualification":"None","n":"3"}]',
    ["statusAssumed", "literalRead"],
  ],
  "a table whose columns run into each other": ["status other\n------ -----\nAllowedNotAllowed x", 200, "status other\n------ -----\nAllowedNotAllowed x", ["statusAssumed"]],
  "a response of requests": ["<Response [403]>", 403, "", ["statusFromText"]],
  "a response of requests and its body": ["<Response [404]>\n{'code': 600074}", 404, '{"code":600074}', ["textLeftOut", "literalRead"]],
  "an error of axios": ["Error: Request failed with status code 403", 403, "", ["statusFromText"]],
  "HTTP and a number": ["HTTP 503", 503, "", ["statusFromText"]],
  "a number": ["429", 429, "", ["statusFromText"]],
  "Python requests": [`requests.exceptions.HTTPError: 403 Client Error: Forbidden for url: https://api.example`, 403, "", ["statusFromText"]],
  "a dictionary of Python": ["{'type': 'account', 'status': 'Not Ready', 'x': None, 'y': True,}", 200, '{"type":"account","status":"Not Ready","x":null,"y":true}', ["statusAssumed", "literalRead"]],
  "bytes of Python": [`b'${STATUS}'`, 200, STATUS, ["statusAssumed", "stringUnwrapped"]],
  "an object of JavaScript": ["{ type: 'account', status: `Allowed`, n: 12345678901234567890 }", 200, '{"type":"account","status":"Allowed","n":12345678901234567890}', ["statusAssumed", "literalRead"]],
  "a text with an apostrophe": [`{'code': 800074, 'description': "The customer's account"}`, 403, `{"code":800074,"description":"The customer's account"}`, ["statusFromError", "literalRead"]],
  "typographic quotation marks": ["{“status”: “Allowed”}", 200, '{"status":"Allowed"}', ["statusAssumed", "literalRead"]],
  "JSON in a string": [JSON.stringify(STATUS), 200, STATUS, ["statusAssumed", "stringUnwrapped"]],
  "JSON in a string of a string": [JSON.stringify(JSON.stringify(STATUS)), 200, STATUS, ["statusAssumed", "stringUnwrapped"]],
  "JSON in a cell of a table": ['"{""status"":""Allowed""}"', 200, '{"status":"Allowed"}', ["statusAssumed", "stringUnwrapped"]],
  "escaped quotation marks": ['{\\"status\\":\\"Allowed\\"}', 200, '{"status":"Allowed"}', ["statusAssumed", "stringUnwrapped"]],
  "a web page": ["<html><head><title>404 Not Found</title></head></html>", 404, "<html><head><title>404 Not Found</title></head></html>", ["statusFromText"]],
  "a body cut short": ['{"status":"Allowed"', 200, '{"status":"Allowed"', ["statusAssumed"]],
  "a list cut short behind words": ['Status Code: 200\n{"items":[{"status":"Allowed"},', 200, 'Status Code: 200\n{"items":[{"status":"Allowed"},', ["statusFromText"]],
  "a body with words inside": ['It was {"a":{"status":"Allowed"}, ...}', 200, 'It was {"a":{"status":"Allowed"}, ...}', ["statusAssumed"]],
  "a body and another one that is cut short": ['{"status":"Allowed"}\n{"status":"NotAll', 200, '{"status":"Allowed"}\n{"status":"NotAll', ["statusAssumed"]],
  "two bodies": ['{"status":"Allowed"}{"status":"NotAllowed"}', 200, '{"status":"Allowed"}{"status":"NotAllowed"}', ["statusAssumed"]],
  "a status whose number is text": ['{"status":"200"}', 200, '{"status":"200"}', ["statusAssumed"]],
  "only words": ["hello", 200, "hello", ["statusAssumed"]],
};

test.each(Object.entries(CASES))("%s", (_, [pasted, httpStatus, body, assumptions, retryAfter]) => {
  expect(recogniseResponse(pasted)).toEqual({ ...(httpStatus !== undefined && { httpStatus }), body, assumptions, ...(retryAfter && { retryAfter }) });
});

test("long texts are recognised quickly", () => {
  for (const text of ["{".repeat(5_000), "[".repeat(5_000), "{'a':".repeat(2_000), '"'.repeat(100_000), "x ".repeat(100_000), "HTTP/1.1 200\n".repeat(10_000)])
    expect(recogniseResponse(text).assumptions).toBeDefined();
});
