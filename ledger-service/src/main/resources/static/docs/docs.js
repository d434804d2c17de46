"use strict";

// Renders the OpenAPI document. All text goes in as text, never as markup.
(async () => {
  const main = document.getElementById("operations");
  try {
    const answer = await fetch("/v3/api-docs");
    if (!answer.ok) throw new Error(`the document is not there (${answer.status})`);
    render(await answer.json(), main);
  } catch (failure) {
    main.replaceChildren(element("p", `This page could not be made: ${failure.message}`));
  }
})();

// Says so where no real money moves.
(async () => {
  const config = await (await fetch("/v1/config")).json();
  if (!config.simulator) return;
  const notice = document.getElementById("simulated");
  notice.querySelector("a").href = new URL(config.scriptAddress).origin;
  notice.hidden = false;
})();

function render(api, main) {
  document.getElementById("description").textContent = api.info.description;
  const byTag = new Map();
  for (const [path, methods] of Object.entries(api.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      const tag = operation.tags?.[0] ?? "Other";
      if (!byTag.has(tag)) byTag.set(tag, []);
      byTag.get(tag).push({ path, method, operation });
    }
  }
  main.replaceChildren();
  const contents = element("ul");
  for (const [tag, operations] of byTag) {
    main.append(element("h2", tag));
    for (const each of operations) {
      main.append(article(each, api));
      contents.append(element("li", link(`#${each.operation.operationId}`, each.operation.summary)));
    }
  }
  document.getElementById("contents").replaceChildren(contents);
}

function article({ path, method, operation }, api) {
  const body = element("div", element("p", operation.summary));
  parameters(operation, body);
  requestBody(operation, api, body);
  responses(operation, api, body);
  const title = element("h3", element("span", method.toUpperCase()), element("span", path));
  title.firstChild.className = "method";
  title.lastChild.className = "path";
  const whole = element("article", title, body);
  whole.id = operation.operationId;
  return whole;
}

function parameters(operation, into) {
  const all = operation.parameters ?? [];
  if (all.length === 0) return;
  into.append(
    element("h4", "Parameters"),
    table(
      ["Name", "In", "Is", ""],
      all.map((each) => [
        code(each.name + (each.required ? " *" : "")),
        each.in,
        type(each.schema),
        each.description ?? "",
      ]),
    ),
  );
}

function requestBody(operation, api, into) {
  const schema = operation.requestBody?.content?.["application/json"]?.schema;
  if (!schema) return;
  into.append(element("h4", "Body"), fields(schema, api));
}

function responses(operation, api, into) {
  into.append(element("h4", "Answers"));
  for (const [status, response] of Object.entries(operation.responses)) {
    const details = element("details", element("summary", code(status), ` ${response.description}`));
    for (const [mediaType, content] of Object.entries(response.content ?? {})) {
      details.append(faint(mediaType));
      const examples = Object.values(content.examples ?? {});
      if (examples.length > 0) {
        for (const example of examples) details.append(pre(example.value));
      } else if (content.schema) {
        details.append(fields(content.schema, api));
      }
    }
    into.append(details);
  }
}

function fields(schema, api, depth = 0) {
  const whole = resolved(schema, api);
  const properties = Object.entries(whole.properties ?? {});
  if (properties.length === 0 || depth > 3) return element("p", type(schema));
  const required = new Set(whole.required ?? []);
  return table(
    ["Field", "Is", ""],
    properties.map(([name, property]) => {
      const inner = property.items ?? property;
      const nested = resolved(inner, api).properties ? fields(inner, api, depth + 1) : "";
      const about = element("div", [property.description, limits(property)].filter(Boolean).join(". "), nested);
      return [code(name + (required.has(name) ? " *" : "")), type(property), about];
    }),
  );
}

function resolved(schema, api) {
  const name = schema.$ref?.split("/").at(-1);
  return name ? (api.components.schemas[name] ?? {}) : schema;
}

function type(schema) {
  if (!schema) return "";
  if (schema.$ref) return schema.$ref.split("/").at(-1);
  if (schema.enum) return schema.enum.join(" | ");
  const name = Array.isArray(schema.type) ? schema.type.join(" or ") : (schema.type ?? "any");
  if (name.startsWith("array")) return `list of ${type(schema.items)}`;
  return schema.format ? `${name} (${schema.format})` : name;
}

function limits(schema) {
  const parts = [];
  if (schema.minimum !== undefined) parts.push(`from ${schema.minimum}`);
  if (schema.maximum !== undefined) parts.push(`to ${schema.maximum}`);
  if (schema.maxLength !== undefined) parts.push(`at most ${schema.maxLength} characters`);
  if (schema.default !== undefined) parts.push(`${schema.default} unless given`);
  if (schema.example !== undefined) parts.push(`as in ${JSON.stringify(schema.example)}`);
  return parts.join(", ");
}

function table(heads, rows) {
  const head = element("tr", ...heads.map((each) => element("th", each)));
  return element("table", head, ...rows.map((row) => element("tr", ...row.map((each) => element("td", each)))));
}

function element(name, ...children) {
  const made = document.createElement(name);
  made.append(...children);
  return made;
}

function code(text) {
  return element("code", text);
}

function pre(value) {
  return element("pre", JSON.stringify(value, null, 2));
}

function faint(text) {
  const made = element("p", text);
  made.className = "faint";
  return made;
}

function link(href, text) {
  const made = element("a", text);
  made.href = href;
  return made;
}
