<?xml version="1.0" encoding="UTF-8"?>
<!-- What every page has around its content. The style sheet stands in the page, so that the file is complete. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns="http://www.w3.org/1999/xhtml">
  <xsl:output method="xml" encoding="UTF-8" omit-xml-declaration="yes" indent="no" doctype-system="about:legacy-compat"/>
  <xsl:param name="language"/>
  <xsl:param name="style"/>

  <xsl:template name="page">
    <xsl:param name="title"/>
    <xsl:param name="body"/>
    <html lang="{$language}" xml:lang="{$language}">
      <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="robots" content="noindex"/>
        <meta name="color-scheme" content="light dark"/>
        <title><xsl:value-of select="$title"/></title>
        <style><xsl:value-of select="$style"/></style>
      </head>
      <body>
        <xsl:copy-of select="$body"/>
      </body>
    </html>
  </xsl:template>
</xsl:stylesheet>
