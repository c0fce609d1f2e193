// Loaded before the language server: whoever reaches for the network ends it, and with it the test.
require("node:net").Socket.prototype.connect = () => process.exit(70);
