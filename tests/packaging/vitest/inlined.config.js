// Vitest imports installed packages from Node. With this it runs the text of this one in a function, as it does with sources.

export default { test: { server: { deps: { inline: ["partner-center-rules"] } } } };
