<?xml version="1.0" encoding="UTF-8"?>
<!-- Every condition of a document with its words, its provision and the first day of its value. The words are part of the document
     and stay in the language that it was written in, unless it holds them in the language of the page too. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns="http://www.w3.org/1999/xhtml"
                xmlns:f="urn:trygghetsregister:functions:1" exclude-result-prefixes="f">

  <xsl:template name="conditions">
    <xsl:param name="conditions"/>
    <section>
      <h2><xsl:value-of select="f:message('statement.conditions')"/></h2>
      <table class="conditions">
        <thead>
          <tr>
            <th scope="col"><xsl:value-of select="f:message('statement.condition')"/></th>
            <th scope="col"><xsl:value-of select="f:message('statement.state')"/></th>
            <th scope="col"><xsl:value-of select="f:message('statement.provision')"/></th>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="$conditions">
            <xsl:variable name="translated" select="*[local-name() = 'translation'][@language = $language]"/>
            <tr>
              <td>
                <xsl:choose>
                  <xsl:when test="$translated"><span><xsl:value-of select="$translated/*[local-name() = 'text']"/></span></xsl:when>
                  <xsl:otherwise><span lang="sv" xml:lang="sv"><xsl:value-of select="*[local-name() = 'text']"/></span></xsl:otherwise>
                </xsl:choose>
                <xsl:if test="@value-from">
                  <xsl:text> </xsl:text>
                  <span class="from"><xsl:value-of select="f:message('statement.from', 'day', f:date(string(@value-from)))"/></span>
                </xsl:if>
              </td>
              <td class="{@state}"><xsl:value-of select="f:message(concat('statement.', @state))"/></td>
              <xsl:choose>
                <xsl:when test="$translated"><td><xsl:value-of select="$translated/*[local-name() = 'provision']"/></td></xsl:when>
                <xsl:otherwise><td lang="sv" xml:lang="sv"><xsl:value-of select="*[local-name() = 'provision']"/></td></xsl:otherwise>
              </xsl:choose>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </section>
  </xsl:template>
</xsl:stylesheet>
