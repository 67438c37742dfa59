<?xml version="1.0" encoding="UTF-8"?>
<!-- The touched provisions of a statute as they would read. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:d="urn:trygghetsregister:draft:1" exclude-result-prefixes="d">
  <xsl:output method="xml" encoding="UTF-8" doctype-system="about:legacy-compat"/>

  <xsl:template match="/d:consolidation">
    <html lang="sv">
      <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <title><xsl:value-of select="@title"/></title>
        <style>
          body { font: 1rem/1.45 Georgia, serif; max-width: 40rem; margin: 2rem auto; padding: 0 1rem; color: #111; background: #fff }
          h3 { margin-bottom: .2rem } .origin { font-size: .85rem; color: #444 } p { margin: 0 0 .3rem }
        </style>
      </head>
      <body>
        <main>
          <h1><xsl:value-of select="@title"/></h1>
          <xsl:for-each select="d:section">
            <xsl:if test="@chapter and (position() = 1 or preceding-sibling::d:section[1]/@chapter != @chapter)">
              <h2><xsl:value-of select="@chapter"/> kap.</h2>
            </xsl:if>
            <xsl:for-each select="d:heading"><h3><xsl:value-of select="."/></h3></xsl:for-each>
            <xsl:for-each select="d:p">
              <xsl:variable name="first" select="position() = 1"/>
              <xsl:for-each select="d:line | d:omitted">
                <p>
                  <xsl:if test="$first and position() = 1"><b><xsl:value-of select="../../@number"/> §</b><xsl:text> </xsl:text></xsl:if>
                  <xsl:if test="@label"><xsl:value-of select="@label"/><xsl:text> </xsl:text></xsl:if>
                  <xsl:choose>
                    <xsl:when test="self::d:omitted">– – –</xsl:when>
                    <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
                  </xsl:choose>
                </p>
              </xsl:for-each>
            </xsl:for-each>
            <p class="origin"><xsl:value-of select="@origin"/></p>
          </xsl:for-each>
        </main>
      </body>
    </html>
  </xsl:template>
</xsl:stylesheet>
