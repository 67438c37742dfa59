<?xml version="1.0" encoding="UTF-8"?>
<!-- The head, the recipient and the foot of a letter, whatever the namespace of the document: they read its issuer,
     its recipient (name, lines, street, postcode, city) and its references (a label and a value each). -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns="http://www.w3.org/1999/xhtml"
                xmlns:f="urn:trygghetsregister:functions:1" exclude-result-prefixes="f">

  <xsl:template name="letterhead">
    <header>
      <div class="sender">
        <!-- The mark of the register, which stands on nobody else's letters. -->
        <xsl:if test="not(*[local-name() = 'issuer']/@register = 'false')">
          <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="36" height="36" aria-hidden="true">
            <circle cx="16" cy="16" r="12" class="mark"/>
            <circle cx="16" cy="4" r="3" class="dot"/>
            <circle cx="26.4" cy="22" r="3" class="dot"/>
            <circle cx="5.6" cy="22" r="3" class="dot"/>
          </svg>
        </xsl:if>
        <p><span class="issuer"><xsl:value-of select="*[local-name() = 'issuer']"/></span><xsl:if test="not(*[local-name() = 'issuer']/@register = 'false')"><span class="agency"><xsl:value-of select="f:message('statement.agency')"/></span></xsl:if></p>
      </div>
      <dl>
        <div><dt><xsl:value-of select="f:message('statement.issued')"/></dt><dd><time><xsl:value-of select="@issued"/></time></dd></div>
        <xsl:if test="@number">
          <div><dt><xsl:value-of select="f:message('statement.number')"/></dt><dd><xsl:value-of select="@number"/></dd></div>
        </xsl:if>
        <xsl:for-each select="*[local-name() = 'reference']">
          <div><dt><xsl:value-of select="@label"/></dt><dd><xsl:value-of select="."/></dd></div>
        </xsl:for-each>
      </dl>
    </header>
  </xsl:template>

  <xsl:template match="*[local-name() = 'recipient']">
    <address>
      <xsl:choose>
        <xsl:when test="@estate = 'true'"><xsl:value-of select="f:message('statement.estate', 'name', string(*[local-name() = 'name']))"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="*[local-name() = 'name']"/></xsl:otherwise>
      </xsl:choose>
      <xsl:for-each select="*[local-name() = 'line' or local-name() = 'street']">
        <br/><xsl:value-of select="."/>
      </xsl:for-each>
      <xsl:for-each select="*[local-name() = 'postcode']">
        <br/><xsl:value-of select="concat(., '&#160;', ../*[local-name() = 'city'])"/>
      </xsl:for-each>
    </address>
  </xsl:template>

  <xsl:template name="footer">
    <footer>
      <p><xsl:value-of select="f:message('statement.proposal')"/></p>
      <p class="identity"><xsl:value-of select="concat(f:message('statement.number'), ' ', @number)"/></p>
    </footer>
  </xsl:template>

  <!-- The foot of a letter that says itself whether it rests on a bill. -->
  <xsl:template name="letter-footer">
    <footer>
      <xsl:for-each select="*[local-name() = 'bill']"><p><xsl:value-of select="."/></p></xsl:for-each>
      <xsl:if test="@code">
        <p><xsl:value-of select="concat(f:message('verification.code'), ': ')"/><span class="code"><xsl:call-template name="groups"><xsl:with-param name="code" select="string(@code)"/></xsl:call-template></span></p>
      </xsl:if>
      <p class="identity">
        <xsl:choose>
          <xsl:when test="@number"><xsl:value-of select="concat(f:message('statement.number'), ' ', @number)"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="*[local-name() = 'title']"/></xsl:otherwise>
        </xsl:choose>
      </p>
    </footer>
  </xsl:template>

  <!-- A code in groups of four, which people copy with fewer slips. -->
  <xsl:template name="groups">
    <xsl:param name="code"/>
    <xsl:value-of select="substring($code, 1, 4)"/>
    <xsl:if test="string-length($code) &gt; 4">
      <xsl:text> </xsl:text>
      <xsl:call-template name="groups">
        <xsl:with-param name="code" select="substring($code, 5)"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
