<?xml version="1.0" encoding="UTF-8"?>
<!-- The source's proposals word for word, in the order of the source. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:v="urn:trygghetsregister:verbatim:1" exclude-result-prefixes="v">
  <xsl:output method="xml" encoding="UTF-8" doctype-system="about:legacy-compat"/>
  <xsl:param name="medium" select="'screen'"/>

  <xsl:template match="/v:verbatim">
    <html lang="sv">
      <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <title>Regeländringarna ordagrant</title>
        <xsl:if test="$medium = 'screen'">
          <style>body { font: 1rem/1.5 Georgia, serif; max-width: 40rem; margin: 2rem auto; padding: 0 1rem; color: #111; background: #fff }</style>
        </xsl:if>
      </head>
      <body>
        <main>
          <h1>Regeländringarna ordagrant</h1>
          <xsl:for-each select="v:proposal">
            <h2><xsl:value-of select="@id"/> (rad <xsl:value-of select="@line"/>)</h2>
            <p><xsl:value-of select="."/></p>
          </xsl:for-each>
        </main>
      </body>
    </html>
  </xsl:template>
</xsl:stylesheet>
